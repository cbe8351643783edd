// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { DateTime } from 'luxon';
import { useNow } from '../../clock/useNow';
import { useEndingBefore } from '../../hooks/useEnvironments';
import { useWords } from '../../translation/useWords';
import type { FilteredProps } from './types';

/** How much of what the filter shows ends before the reader's midnight. */
export function EndingToday(
  props: Pick<FilteredProps, 'filter' | 'mine'> & {
    /** As the backend counted all of it. */
    all: string | undefined;
  },
) {
  const t = useWords();
  const now = useNow(60_000);
  const midnight = DateTime.fromMillis(now).startOf('day').plus({ days: 1 });
  const { filter, mine, all } = props;
  const some = useEndingBefore(filter, mine, midnight.toUTC().toISO()!);
  return (
    <Typography variant="body2" align="right" style={{ minHeight: '1.5em' }}>
      {some !== undefined &&
        all !== undefined &&
        all !== '0' &&
        (some === '0'
          ? t('environments.noneEndingToday', { all })
          : t('environments.endingToday', { some, all }))}
    </Typography>
  );
}
