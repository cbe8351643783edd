// SPDX-License-Identifier: Apache-2.0
import {
  formatFilter,
  type Idle,
  type InputName,
  type PreviewSession,
  type QueueSplit,
  type Selection,
} from '@preview-environments/backstage-plugin-preview-common';
import { useWords, type Words } from '../../translation/useWords';
import { useTimeFormat } from '../ui';
import { type Fact, FactList } from './FactList';

/** Whether more was asked for than the rest of the page shows. */
export function hasAsked({ inputs, traffic }: PreviewSession): boolean {
  const usual = traffic.mode === 'none' || traffic.filter?.type === 'header';
  return inputs !== null || !usual;
}

type Line = 'requests' | InputName;

/** What was asked for besides image, variables and replicas. */
export function AskedFor({ session }: { session: PreviewSession }) {
  const t = useWords();
  const format = useTimeFormat();
  const { inputs, traffic, key } = session;
  const requests = traffic.filter
    ? formatFilter(traffic.filter, key)
    : t('page.asked.everything');
  const lines: [Line, string | undefined][] = [
    ['requests', traffic.mode === 'none' ? undefined : requests],
    ['ports', inputs?.ports?.join(', ')],
    ['ignorePorts', inputs?.ignorePorts?.join(', ')],
    ['queues', inputs?.queues.map(each => queueText(t, each)).join('; ')],
    [
      'databases',
      inputs?.databases.map(({ type, name }) => `${type} ${name}`).join(', '),
    ],
    ['labels', selectionText(t, inputs?.labels)],
    ['envSelection', selectionText(t, inputs?.envSelection)],
    ['idle', idleText(t, inputs?.idle, s => format.duration(s * 1000))],
    [
      'configMounts',
      inputs?.configMounts
        .map(({ path, bytes }) =>
          t('page.asked.file', { path, size: String(bytes) }),
        )
        .join(', '),
    ],
    ['secretMounts', inputs?.secretMounts.map(({ path }) => path).join(', ')],
  ];
  const facts = lines.flatMap(([name, text]): Fact[] =>
    text ? [[t(`page.asked.${name}`), text]] : [],
  );
  return <FactList title={t('page.asked.title')} facts={facts} />;
}

function queueText(
  t: Words,
  { id, type, messageFilter = {}, jqFilter, mode }: QueueSplit,
): string {
  const filter = [
    ...Object.entries(messageFilter).map(each => each.join(' ~ ')),
    ...(jqFilter === undefined ? [] : [`jq ${jqFilter}`]),
  ].join(', ');
  return t(mode === 'mirror' ? 'page.asked.queueCopied' : 'page.asked.queue', {
    id,
    type,
    filter,
  });
}

function selectionText(
  t: Words,
  selection: Selection | null | undefined,
): string | undefined {
  const { include, exclude } = selection ?? {};
  return include
    ? t('page.asked.kept', { names: include.join(', ') })
    : exclude && t('page.asked.dropped', { names: exclude.join(', ') });
}

function idleText(
  t: Words,
  idle: Idle | null | undefined,
  time: (seconds: number) => string,
): string | undefined {
  const { startIdle, sleepAfterSeconds, wakeTimeoutSeconds } = idle ?? {};
  return [
    startIdle && t('page.asked.startsIdle'),
    sleepAfterSeconds &&
      t('page.asked.sleeps', { time: time(sleepAfterSeconds) }),
    wakeTimeoutSeconds &&
      t('page.asked.wakes', { time: time(wakeTimeoutSeconds) }),
  ]
    .filter(Boolean)
    .join(', ');
}
