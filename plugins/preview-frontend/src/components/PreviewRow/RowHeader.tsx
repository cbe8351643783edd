// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import OpenIcon from '@material-ui/icons/ExpandLess';
import ClosedIcon from '@material-ui/icons/ExpandMore';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { OpeningLine, PreviewImage, StatusChip, TimeLeft } from '../ui';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '7.5rem minmax(0, 3fr) minmax(0, 2fr) 9.5rem 1.5rem',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 2),
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridTemplateAreas: '"status left" "key toggle" "image toggle"',
    },
  },
  status: { [theme.breakpoints.down('xs')]: { gridArea: 'status' } },
  key: {
    fontWeight: 700,
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('xs')]: { gridArea: 'key' },
  },
  image: {
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('xs')]: { gridArea: 'image' },
  },
  left: {
    justifySelf: 'end',
    [theme.breakpoints.down('xs')]: { gridArea: 'left' },
  },
  toggle: {
    display: 'inline-flex',
    [theme.breakpoints.down('xs')]: { gridArea: 'toggle', justifySelf: 'end' },
  },
}));

/** The line of a preview that is always there, and opens the rest. */
export function RowHeader(props: {
  session: PreviewSession;
  open: boolean;
  controls: string;
  onToggle: () => void;
}) {
  const classes = useStyles();
  const { session, open, controls, onToggle } = props;
  return (
    <OpeningLine
      className={classes.root}
      open={open}
      controls={controls}
      onToggle={onToggle}
    >
      <span className={classes.status}>
        <StatusChip phase={session.phase} />
      </span>{' '}
      <span className={classes.key}>{session.key}</span>{' '}
      <span className={classes.image}>
        <PreviewImage session={session} />
      </span>{' '}
      <span className={classes.left}>
        <TimeLeft session={session} />
      </span>
      <span className={classes.toggle}>
        {open ? <OpenIcon aria-hidden /> : <ClosedIcon aria-hidden />}
      </span>
    </OpeningLine>
  );
}
