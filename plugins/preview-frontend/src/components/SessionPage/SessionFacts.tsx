// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useNow } from '../../clock/useNow';
import { servingOf } from '../../model/serving';
import { useWords } from '../../translation/useWords';
import { Moment, TimeLeft, useTimeFormat } from '../ui';
import { type Fact, FactList } from './FactList';

/** Where a preview runs, what it was copied from, when it ends. */
export function SessionFacts({ session }: { session: PreviewSession }) {
  const t = useWords();
  const format = useTimeFormat();
  const now = useNow(10_000);
  const { backstop, createdAt, readyAt } = session;
  const facts: Fact[] = [
    [t('page.image'), servingOf(session).image],
    [t('page.cluster'), session.cluster],
    [t('page.namespace'), session.namespace],
    [t('page.target'), session.target],
    [t('page.started'), <Moment key="started" at={createdAt} />],
    ...(readyAt
      ? [
          [
            t('page.readyAfter'),
            format.duration(Date.parse(readyAt) - Date.parse(createdAt)),
          ] as Fact,
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
          ] as Fact,
        ]),
  ];
  return <FactList title={t('page.details')} facts={facts} />;
}
