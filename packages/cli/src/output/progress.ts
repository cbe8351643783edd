// SPDX-License-Identifier: Apache-2.0
import type {
  PreviewSession,
  Step,
  StepName,
} from '@preview-environments/backstage-plugin-preview-common';
import { bang, cross, type Style, tick } from './style';

/** The words that the portal has for the steps, too. */
export const STEP_WORDS: Record<StepName, string> = {
  accepted: 'accepted',
  policy: 'allowed',
  resources: 'resources',
  scheduled: 'scheduled',
  pulled: 'image pulled',
  started: 'started',
  available: 'available',
  routed: 'routed',
  verified: 'verified',
};

/** A step that came to something; nothing for one that did not. */
export function stepLine(step: Step, style: Style): string[] {
  const message = step.message ? `: ${step.message}` : '';
  const words = STEP_WORDS[step.name];
  switch (step.status) {
    case 'done':
      return [`  ${tick(style)} ${words}`];
    case 'failed':
      return [`  ${cross(style)} ${words}${message}`];
    case 'not-checked':
      return [`  ${bang(style)} ${words}: not checked${message}`];
    case 'skipped':
      return [style.colors.dim(`  - ${words}: skipped${message}`)];
    default:
      return [];
  }
}

/** What an update failed of, while the image before goes on serving. */
export function failedUpdate({ conditions }: PreviewSession) {
  return conditions.find(
    ({ type, status }) => type === 'UpdateFailed' && status === 'True',
  );
}

/** Why a preview is not, with what the cluster said. */
export function failureLines(session: PreviewSession, style: Style): string[] {
  const { failure, key, endReason, endedAt, id } = session;
  const update = failedUpdate(session);
  if (!failure && update) {
    return [
      `${cross(style)} update of ${key} failed: ${update.message}`,
      '  The image before goes on serving.',
      `  session: ${id}`,
    ];
  }
  const lines = failure
    ? [
        `${cross(style)} preview ${key} failed: ${failure.message}`,
        `  code: ${failure.code}`,
        ...failure.evidence.flatMap(({ kind, text }) =>
          text.split('\n').map(line => style.colors.dim(`  ${kind}: ${line}`)),
        ),
        `  ${failure.hint}`,
      ]
    : [
        `${cross(style)} preview ${key} is over${
          endedAt ? `: ${endReason} at ${endedAt}` : ''
        }`,
      ];
  return [...lines, `  session: ${id}`];
}
