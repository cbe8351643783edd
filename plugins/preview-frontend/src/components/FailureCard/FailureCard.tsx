// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Failure } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { Fold, ToneIcon } from '../ui';
import { EvidenceList } from './EvidenceList';
import { RunbookLink } from './RunbookLink';

const useStyles = makeStyles(theme => ({
  root: {
    borderLeft: `3px solid ${theme.palette.error.main}`,
    paddingLeft: theme.spacing(2),
    display: 'grid',
    gap: theme.spacing(1),
    minWidth: 0,
  },
  title: { display: 'flex', gap: theme.spacing(1), alignItems: 'center' },
  text: { overflowWrap: 'anywhere' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
}));

/** What happened, what to do, and what the cluster said: in that order. */
export function FailureCard(props: {
  failure: Failure;
  /** The image before the failed one, where it still answers. */
  stillServing?: string | null;
  /** Buttons that may help. */
  children?: ReactNode;
}) {
  const t = useWords();
  const classes = useStyles();
  const { message, hint, evidence } = props.failure;
  return (
    <section className={classes.root} aria-label={message}>
      <Typography
        variant="subtitle2"
        component="p"
        className={`${classes.title} ${classes.text}`}
      >
        <ToneIcon tone="bad" />
        {message}
      </Typography>
      {props.stillServing && (
        <Typography variant="body2" className={classes.text}>
          {t('failure.stillServing', { image: props.stillServing })}
        </Typography>
      )}
      <Typography variant="body2" className={classes.text}>
        {hint}
      </Typography>
      <div className={classes.foot}>
        {props.children}
        <RunbookLink failure={props.failure} />
      </div>
      <Fold title={t('failure.evidence')} aside={String(evidence.length)}>
        <EvidenceList items={evidence} />
      </Fold>
    </section>
  );
}
