// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { AuditState } from '@preview-environments/backstage-plugin-preview-common';
import { useAuditState } from '../../hooks/useAuditState';
import { useWords } from '../../translation/useWords';
import {
  CopyBlock,
  ErrorPanel,
  Fold,
  Loading,
  Moment,
  Note,
  useCount,
} from '../ui';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1), minWidth: 0 },
}));

function Sealed({ state }: { state: AuditState }) {
  const t = useWords();
  const count = useCount();
  const { size, waiting, anchored, keys } = state;
  const key = keys.find(({ current }) => current);
  return (
    <Note tone={size > 0 ? 'good' : 'quiet'}>
      {size > 0
        ? t('audit.seal.sealed', { size: count(size) })
        : t('audit.seal.nothing')}
      {waiting > 0 && ` · ${t('audit.seal.waiting', { size: count(waiting) })}`}
      {anchored ? (
        <>
          {` · ${t('audit.seal.anchored', { size: count(anchored.size) })}, `}
          <Moment at={anchored.at} />
        </>
      ) : (
        ` · ${t('audit.seal.notAnchored')}`
      )}
      {key && ` · ${t('audit.seal.key', { id: key.id })}`}
    </Note>
  );
}

/** How far the log is sealed and kept elsewhere, and how to check that. */
export function AuditStateLine() {
  const t = useWords();
  const classes = useStyles();
  const { value: state, error, reload } = useAuditState();
  if (!state) {
    return error === undefined ? (
      <Loading height={56} />
    ) : (
      <ErrorPanel error={error} onRetry={reload} />
    );
  }
  const key = state.keys.find(({ current }) => current);
  const verify = [
    'preview audit verify evidence.jsonl',
    ...(key ? [`--key '${key.verifierKey}'`] : []),
    '--since checkpoint.txt',
  ].join(' ');
  return (
    <div className={classes.root}>
      <Sealed state={state} />
      {state.developmentKey && (
        <Note tone="warning">{t('audit.seal.developmentKey')}</Note>
      )}
      {state.anchors
        .filter(({ problem }) => problem !== null)
        .map(({ name, problem }) => (
          <Note key={name} tone="bad">
            {t('audit.seal.anchorProblem', { name, problem: problem ?? '' })}
          </Note>
        ))}
      <Fold title={t('audit.verify.title')}>
        <div className={classes.root}>
          <Typography variant="body2">{t('audit.verify.how')}</Typography>
          <CopyBlock text={verify} label={t('audit.verify.command')} />
          {state.checkpoint && (
            <>
              <Typography variant="body2">
                {t('audit.verify.checkpointHow')}
              </Typography>
              <CopyBlock
                text={state.checkpoint}
                label={t('audit.verify.checkpoint')}
              />
            </>
          )}
        </div>
      </Fold>
    </div>
  );
}
