// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import OpenIcon from '@material-ui/icons/ExpandLess';
import ClosedIcon from '@material-ui/icons/ExpandMore';
import type { EnvironmentSummary } from '@preview-environments/backstage-plugin-preview-common';
import { nameOf } from '../../model/choice';
import { glance } from '../../model/environment';
import { PHASE_TONE } from '../../model/phases';
import { useWords } from '../../translation/useWords';
import { SignOffSummary } from '../SignOffs/SignOffSummary';
import { ActorName, OpeningLine, TimeLeft, ToneIcon } from '../ui';

const useStyles = makeStyles(theme => ({
  columns: {
    width: '100%',
    display: 'grid',
    gridTemplateColumns:
      'minmax(0, 3fr) minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr) 8.5rem minmax(0, 2.5fr) 1.5rem',
    alignItems: 'center',
    justifyItems: 'start',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 2),
    textAlign: 'left',
    ...theme.typography.body2,
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridTemplateAreas:
        '"key left" "services toggle" "state toggle" "by by" "signOff signOff"',
    },
  },
  row: {
    '& > *': { minWidth: 0, overflowWrap: 'anywhere' },
    [theme.breakpoints.down('sm')]: {
      '& > :empty': { display: 'none' },
    },
  },
  headings: {
    color: theme.palette.text.primary,
    fontWeight: 500,
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
  key: {
    fontWeight: 700,
    [theme.breakpoints.down('sm')]: { gridArea: 'key' },
  },
  services: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 1.5),
    [theme.breakpoints.down('sm')]: { gridArea: 'services' },
  },
  service: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  state: { [theme.breakpoints.down('sm')]: { gridArea: 'state' } },
  by: { [theme.breakpoints.down('sm')]: { gridArea: 'by' } },
  left: { [theme.breakpoints.down('sm')]: { gridArea: 'left' } },
  signOff: { [theme.breakpoints.down('sm')]: { gridArea: 'signOff' } },
  onlyWide: { [theme.breakpoints.down('sm')]: { display: 'none' } },
  toggle: {
    display: 'inline-flex',
    justifySelf: 'end',
    [theme.breakpoints.down('sm')]: { gridArea: 'toggle' },
  },
}));

const COLUMNS = [
  'key',
  'services',
  'state',
  'startedBy',
  'left',
  'signOff',
] as const;

/** What stands in which column; the rows say it themselves where narrow. */
export function EnvironmentHeadings() {
  const t = useWords();
  const classes = useStyles();
  return (
    <div className={`${classes.columns} ${classes.headings}`} aria-hidden>
      {COLUMNS.map(name => (
        <span key={name}>{t(`environments.column.${name}`)}</span>
      ))}
    </div>
  );
}

/** The line of an environment that is always there, and opens the rest. */
export function EnvironmentHeader(props: {
  environment: EnvironmentSummary;
  open: boolean;
  controls: string;
  onToggle: () => void;
}) {
  const t = useWords();
  const classes = useStyles();
  const { environment, open, controls, onToggle } = props;
  const { counts, starters, nextToEnd } = glance(environment);
  const signOffs = environment.sessions.flatMap(each => each.signOffs);
  return (
    <OpeningLine
      className={`${classes.columns} ${classes.row}`}
      open={open}
      controls={controls}
      onToggle={onToggle}
    >
      <span className={classes.key}>{environment.key}</span>{' '}
      <span className={classes.services}>
        {environment.sessions.map(({ id, entityRef, phase }) => (
          <span
            key={id}
            className={classes.service}
            title={t(`phase.${phase}`)}
          >
            <ToneIcon tone={PHASE_TONE[phase]} />
            {nameOf(entityRef)}
          </span>
        ))}
      </span>{' '}
      <span className={classes.state}>
        {counts
          .map(({ phase, count }) =>
            t('environments.count', {
              number: String(count),
              state: t(`phase.${phase}`),
            }),
          )
          .join(', ')}
      </span>{' '}
      <span className={classes.by}>
        {starters.map((starter, index) => (
          <span key={starter}>
            {index > 0 && ', '}
            <ActorName actor={starter} />
          </span>
        ))}
      </span>{' '}
      <span className={classes.left}>
        <TimeLeft session={nextToEnd} />
      </span>{' '}
      <span
        className={`${classes.signOff} ${
          signOffs.length === 0 ? classes.onlyWide : ''
        }`}
      >
        <SignOffSummary signOffs={signOffs} />
      </span>
      <span className={classes.toggle}>
        {open ? <OpenIcon aria-hidden /> : <ClosedIcon aria-hidden />}
      </span>
    </OpeningLine>
  );
}
