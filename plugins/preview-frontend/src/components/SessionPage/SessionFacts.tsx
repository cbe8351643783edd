// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useNow } from '../../clock/useNow';
import { useWords } from '../../translation/useWords';
import { Moment, TimeLeft, useTimeFormat } from '../ui';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(6rem, auto) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    ...theme.typography.body2,
  },
  value: { margin: 0, overflowWrap: 'anywhere' },
  word: { color: theme.palette.text.secondary },
}));

/** Where a preview runs, what it was copied from, when it ends. */
export function SessionFacts({ session }: { session: PreviewSession }) {
  const t = useWords();
  const classes = useStyles();
  const format = useTimeFormat();
  const now = useNow(10_000);
  const { backstop, createdAt, readyAt } = session;
  const facts: [string, ReactNode][] = [
    [t('page.image'), session.image],
    [t('page.cluster'), session.cluster],
    [t('page.namespace'), session.namespace],
    [t('page.target'), session.target],
    [t('page.started'), <Moment key="started" at={createdAt} />],
    ...(readyAt
      ? [
          [
            t('page.readyAfter'),
            format.duration(Date.parse(readyAt) - Date.parse(createdAt)),
          ] as [string, ReactNode],
        ]
      : []),
    [t('page.ends'), <TimeLeft key="ends" session={session} />],
    ...(session.endedAt
      ? []
      : [
          [
            t('page.backstop'),
            t(`page.backstopState.${backstop.state}`, {
              time: backstop.at ? format.short(backstop.at, now) : '–',
            }),
          ] as [string, ReactNode],
        ]),
  ];
  return (
    <section aria-label={t('page.details')}>
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {t('page.details')}
      </Typography>
      <dl className={classes.list}>
        {facts.map(([word, value]) => (
          <div key={word} style={{ display: 'contents' }}>
            <dt className={classes.word}>{word}</dt>
            <dd className={classes.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
