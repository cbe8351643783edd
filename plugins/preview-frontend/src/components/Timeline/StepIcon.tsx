// SPDX-License-Identifier: Apache-2.0
import type { StepStatus } from '@preview-environments/backstage-plugin-preview-common';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ComponentType } from 'react';
import DoneIcon from '@material-ui/icons/Check';
import FailedIcon from '@material-ui/icons/Close';
import NotCheckedIcon from '@material-ui/icons/HelpOutline';
import PendingIcon from '@material-ui/icons/RadioButtonUnchecked';
import SkippedIcon from '@material-ui/icons/Remove';
import RunningIcon from '@material-ui/icons/Autorenew';

const ICONS: Record<StepStatus, ComponentType<SvgIconProps>> = {
  pending: PendingIcon,
  running: RunningIcon,
  done: DoneIcon,
  failed: FailedIcon,
  skipped: SkippedIcon,
  'not-checked': NotCheckedIcon,
};

const useStyles = makeStyles<Theme, { status: StepStatus }>(theme => ({
  icon: {
    fontSize: '1rem',
    color: ({ status }) =>
      ({
        pending: theme.palette.text.disabled,
        running: theme.palette.info.main,
        done: theme.palette.success.main,
        failed: theme.palette.error.main,
        skipped: theme.palette.text.secondary,
        'not-checked': theme.palette.warning.main,
      }[status]),
  },
  turning: {
    animation: '$turn 2s linear infinite',
    '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
  },
  '@keyframes turn': { to: { transform: 'rotate(360deg)' } },
}));

/** The sign of a step; its word stands beside it. */
export function StepIcon({ status }: { status: StepStatus }) {
  const classes = useStyles({ status });
  const Icon = ICONS[status];
  const turning = status === 'running' ? classes.turning : '';
  return <Icon className={`${classes.icon} ${turning}`} aria-hidden />;
}
