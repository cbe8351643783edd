// SPDX-License-Identifier: Apache-2.0
import {
  describeDuration,
  type PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { failedUpdate } from '../output/progress';

const HEADING = [
  'KEY',
  'TARGET',
  'NAMESPACE',
  'CLUSTER',
  'STATUS',
  'IMAGE',
  'SESSION',
  'MESSAGE',
];

/** Previews as rows of a table, the heading first. */
export function sessionRows(
  sessions: PreviewSession[],
  now: number,
): string[][] {
  return [
    HEADING,
    ...sessions.map(session => [
      session.key,
      session.target,
      session.namespace,
      session.cluster,
      statusOf(session, now),
      session.image,
      session.id,
      messageOf(session),
    ]),
  ];
}

function statusOf(session: PreviewSession, now: number): string {
  const { phase, expiresAt, endedAt, endReason } = session;
  if (endedAt) {
    return `${phase} (${endReason})`;
  }
  if (phase !== 'ready') {
    return phase;
  }
  return expiresAt
    ? `ready (${describeDuration(Date.parse(expiresAt) - now)} left)`
    : 'ready (no end)';
}

function messageOf(session: PreviewSession): string {
  return session.failure?.message ?? failedUpdate(session)?.message ?? '';
}
