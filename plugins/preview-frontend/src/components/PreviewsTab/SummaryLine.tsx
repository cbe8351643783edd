// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { summarize } from '../../model/summary';
import { useWords } from '../../translation/useWords';

/** How many run, and how many more the team may run. */
export function SummaryLine(props: {
  sessions: PreviewSession[];
  options: EntityOptions | undefined;
}) {
  const t = useWords();
  const { counts, teamMayRun } = summarize(props.sessions, props.options);
  const parts = [
    ...counts.map(({ phase, count }) =>
      t(`tab.count.${phase}`, { number: String(count) }),
    ),
    ...(counts.length === 0 ? [t('tab.none')] : []),
    ...(teamMayRun === null || !props.options?.mayStart
      ? []
      : [t('tab.teamMayRun', { number: String(teamMayRun) })]),
  ];
  return (
    <Typography variant="body2" aria-live="polite">
      {parts.join(' · ')}
    </Typography>
  );
}
