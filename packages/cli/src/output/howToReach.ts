// SPDX-License-Identifier: Apache-2.0
import {
  describeDuration,
  type PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Style } from './style';

/** What one needs to find and use a preview, a fact per line. */
export function howToReach(session: PreviewSession, style: Style): string[] {
  const { access, pods } = session;
  const facts: [string, string | null][] = [
    ['key', session.key],
    ['namespace', session.namespace],
    ['target', session.target],
    ['image', session.image],
    ...pods.map(({ name }): [string, string] => ['pod', name]),
    ['session', session.id],
    ['url', access.url ?? access.reason],
    ...Object.entries(access.headers).map(([name, value]): [string, string] => [
      'header',
      `${name}: ${value}`,
    ]),
    ['share', access.shareUrl],
  ];
  return [
    ...facts
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `  ${name}: ${value}`),
    deadlineLine(session, style),
    ...[access.curl, access.portForward]
      .filter(command => command !== null)
      .map(command => `  ${style.colors.bold(command)}`),
  ];
}

/** When it ends. */
export function deadlineLine(session: PreviewSession, style: Style): string {
  if (session.endedAt) {
    return `  ended: ${session.endedAt} (${session.endReason})`;
  }
  if (!session.expiresAt) {
    return '  expires: never';
  }
  const left = Date.parse(session.expiresAt) - style.now;
  return `  expires: ${session.expiresAt} (in ${describeDuration(left)})`;
}
