// SPDX-License-Identifier: Apache-2.0
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { useEndedSessions } from '../../hooks/useEntitySessions';
import { saysTheSame } from '../../model/refusal';
import { useWords } from '../../translation/useWords';
import { PreviewRow } from '../PreviewRow/PreviewRow';
import { ErrorPanel, Fold } from '../ui';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
}));

/** Previews that are over, folded away, each with Restart. */
export function EndedList(props: {
  entityRef: string;
  name: string;
  options: EntityOptions | undefined;
  /** An error that the reader sees already: it is not explained again. */
  told: unknown;
  onChanged: (session: PreviewSession) => void;
}) {
  const t = useWords();
  const classes = useStyles();
  const { entityRef, name, options, told, onChanged } = props;
  const { live, count, older, more } = useEndedSessions(entityRef);
  const sessions = [...(live.value?.items ?? []), ...older];
  const changed = (session: PreviewSession) => {
    onChanged(session);
    live.reload();
  };
  return (
    <Fold
      title={
        count === null ? t('tab.ended') : t('tab.endedCount', { number: count })
      }
    >
      {live.error !== undefined &&
        (saysTheSame(live.error, told) ? (
          <Typography variant="body2">{t('ui.errorTitle')}</Typography>
        ) : (
          <ErrorPanel error={live.error} onRetry={live.reload} />
        ))}
      {live.value && sessions.length === 0 && (
        <Typography variant="body2">{t('tab.endedNone')}</Typography>
      )}
      <ul className={classes.list} aria-label={t('tab.ended')}>
        {sessions.map(session => (
          <PreviewRow
            key={session.id}
            session={session}
            name={name}
            options={options}
            onChanged={changed}
          />
        ))}
      </ul>
      {more && <Button onClick={more}>{t('ui.more')}</Button>}
    </Fold>
  );
}
