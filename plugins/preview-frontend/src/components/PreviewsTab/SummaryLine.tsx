// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { summarize } from '../../model/summary';
import { useWords } from '../../translation/useWords';

/** How many run, and how many more the reader may run. */
export function SummaryLine(props: {
  sessions: PreviewSession[];
  options: EntityOptions | undefined;
}) {
  const t = useWords();
  const { counts, mayRun } = summarize(props.sessions, props.options);
  const quota = ({ by, more, limit }: NonNullable<typeof mayRun>) => {
    if (by === 'team') return t('tab.teamMayRun', { number: String(more) });
    return more === 0
      ? t('tab.ownUsedUp', { limit: String(limit) })
      : t('tab.youMayRun', { number: String(more) });
  };
  const parts = [
    ...counts.map(({ phase, count }) =>
      t(`tab.count.${phase}`, { number: String(count) }),
    ),
    ...(counts.length === 0 ? [t('tab.none')] : []),
    ...(mayRun === null || !props.options?.mayStart ? [] : [quota(mayRun)]),
  ];
  return (
    <Typography variant="body2" aria-live="polite">
      {parts.join(' · ')}
    </Typography>
  );
}
