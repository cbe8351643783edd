// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { PreviewRow } from '../PreviewRow/PreviewRow';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1),
    minWidth: 0,
  },
}));

/** The running previews, or a word on how to get one. */
export function ActiveList(props: {
  name: string;
  sessions: PreviewSession[];
  options: EntityOptions | undefined;
  /** Previews that were started here just now: they are of interest. */
  openIds: ReadonlySet<string>;
  onChanged: (session: PreviewSession) => void;
}) {
  const t = useWords();
  const classes = useStyles();
  const { name, sessions, options, openIds, onChanged } = props;
  if (sessions.length === 0) {
    return (
      <Typography variant="body1">
        {t(options?.mayStart ? 'tab.empty' : 'tab.emptyReader', { name })}
      </Typography>
    );
  }
  return (
    <ul className={classes.list} aria-label={t('tab.active', { name })}>
      {sessions.map(session => (
        <PreviewRow
          key={session.id}
          session={session}
          name={name}
          options={options}
          onChanged={onChanged}
          defaultOpen={sessions.length === 1 || openIds.has(session.id)}
        />
      ))}
    </ul>
  );
}
