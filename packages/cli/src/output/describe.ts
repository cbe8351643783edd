// SPDX-License-Identifier: Apache-2.0
import type { StartOutcome } from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewEvent } from './events';
import { deadlineLine, howToReach } from './howToReach';
import { failureLines, stepLine } from './progress';
import { bang, cross, type Style, tick } from './style';

const OUTCOMES: Record<StartOutcome, string> = {
  created: 'preview is starting',
  updated: 'preview is being updated',
  replaced: 'preview is being replaced',
  unchanged: 'preview has this image already',
  keptStopped: 'preview was stopped by a person and stays stopped',
};

/** An event as lines for people. */
export function describe(event: PreviewEvent, style: Style): string[] {
  const ok = tick(style);
  switch (event.type) {
    case 'warning':
      return [`${bang(style)} ${event.message}`];
    case 'accepted':
      return accepted(event, style);
    case 'step':
      return stepLine(event.step, style);
    case 'ready':
      return [`${ok} preview is ready`, ...howToReach(event.session, style)];
    case 'failed':
      return failureLines(event.session, style);
    case 'session':
      return howToReach(event.session, style);
    case 'changed':
      return [
        `${ok} preview ${event.session.key} was changed`,
        deadlineLine(event.session, style),
        ...(event.cap ? [`${bang(style)} ${event.cap.message}`] : []),
      ];
    case 'stopping':
      return [`${ok} stopping ${event.entityRef} (${event.session})`];
    case 'skipped':
      return [`${bang(style)} left ${event.entityRef}: ${event.message}`];
    case 'stopped':
      return [stopped(event, style)];
    case 'verified':
      return verified(event, style);
    case 'waited':
      return [
        event.done
          ? `${ok} preview ${event.session.key} is ${event.for}`
          : `${cross(style)} preview ${event.session.key} is not ${event.for}`,
      ];
    case 'page':
      return [event.url];
    case 'log':
      return [event.line];
    case 'error':
      return errorLines(event, style);
    default:
      return [];
  }
}

function accepted(
  { outcome, session }: PreviewEvent & { type: 'accepted' },
  style: Style,
): string[] {
  const mark = outcome === 'keptStopped' ? bang(style) : tick(style);
  const lines = [`${mark} ${OUTCOMES[outcome]}`, `  key: ${session.key}`];
  if (outcome === 'keptStopped') {
    const { by, at, reason } = session.desired;
    lines.push(`  stopped by ${by} at ${at}${reason ? `: ${reason}` : ''}`);
    lines.push('  A person may start it again with --resume.');
  }
  return lines;
}

function stopped(
  { count, skipped, dryRun }: PreviewEvent & { type: 'stopped' },
  style: Style,
): string {
  const previews = `${count} ${count === 1 ? 'preview' : 'previews'}`;
  const rest = skipped > 0 ? `, left ${skipped}` : '';
  if (count + skipped === 0) {
    return `${tick(style)} nothing to stop`;
  }
  return dryRun
    ? `would stop ${previews}${rest}`
    : `${skipped > 0 ? bang(style) : tick(style)} stopped ${previews}${rest}`;
}

function verified(
  { session, step }: PreviewEvent & { type: 'verified' },
  style: Style,
): string[] {
  const { key, target, access } = session;
  return [
    `routing of ${key}, ${target}:`,
    ...(step ? stepLine(step, style) : []),
    ...(access.curl ? [`  ${access.curl}`] : []),
  ];
}

function errorLines(
  { error }: PreviewEvent & { type: 'error' },
  style: Style,
): string[] {
  const field = error.field ? ` (${error.field})` : '';
  return [
    `${cross(style)} ${error.message}${field}`,
    ...(error.hint ? [`  ${error.hint}`] : []),
  ];
}
