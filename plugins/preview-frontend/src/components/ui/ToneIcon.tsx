// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import BusyIcon from '@material-ui/icons/Autorenew';
import GoodIcon from '@material-ui/icons/CheckCircle';
import BadIcon from '@material-ui/icons/Error';
import QuietIcon from '@material-ui/icons/RemoveCircleOutline';
import WarningIcon from '@material-ui/icons/ReportProblem';
import type { Tone } from '../../model/phases';

const ICONS: Record<Tone, ComponentType<SvgIconProps>> = {
  good: GoodIcon,
  busy: BusyIcon,
  warning: WarningIcon,
  bad: BadIcon,
  quiet: QuietIcon,
};

const useStyles = makeStyles<Theme, { tone: Tone }>(theme => ({
  icon: {
    fontSize: '1.15rem',
    flex: 'none',
    color: ({ tone }) =>
      ({
        good: theme.palette.success.main,
        busy: theme.palette.info.main,
        warning: theme.palette.warning.main,
        bad: theme.palette.error.main,
        quiet: theme.palette.text.secondary,
      }[tone]),
  },
}));

/** The sign of a tone; always beside a word, so hidden from screen readers. */
export function ToneIcon({ tone }: { tone: Tone }) {
  const Icon = ICONS[tone];
  return <Icon className={useStyles({ tone }).icon} aria-hidden />;
}
