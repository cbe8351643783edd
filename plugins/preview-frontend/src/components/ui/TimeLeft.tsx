// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useNow } from '../../clock/useNow';
import { timeLeft } from '../../model/timeLeft';
import { useWords } from '../../translation/useWords';
import { ToneIcon } from './ToneIcon';
import { useTimeFormat } from './useTimeFormat';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** How long a preview still lives, the exact end on hover. */
export function TimeLeft({ session }: { session: PreviewSession }) {
  const t = useWords();
  const format = useTimeFormat();
  const classes = useStyles();
  const now = useNow();
  const left = timeLeft(session, now);
  switch (left.kind) {
    case 'pinned':
      return <span className={classes.root}>{t('time.pinned')}</span>;
    case 'ended':
      return (
        <time
          className={classes.root}
          dateTime={left.at}
          title={format.exact(left.at)}
        >
          {t('time.ended', { when: format.relative(left.at, now) })}
        </time>
      );
    case 'ending':
      return <span className={classes.root}>{t('time.ending')}</span>;
    case 'pod-kept':
    case 'left': {
      const duration = format.duration(left.millis);
      return (
        <time
          className={classes.root}
          dateTime={left.at}
          title={format.exact(left.at)}
        >
          {left.kind === 'left' && left.soon && <ToneIcon tone="warning" />}
          {left.kind === 'left'
            ? t('time.left', { duration })
            : t('time.podKept', { duration })}
        </time>
      );
    }
    default:
      return left satisfies never;
  }
}
