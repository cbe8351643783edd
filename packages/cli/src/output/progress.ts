// SPDX-License-Identifier: Apache-2.0
import type {
  Failure,
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
  const mark = cross(style);
  const last = `  session: ${id}`;
  if (!failure && !update) {
    const why = endedAt ? `: ${endReason} at ${endedAt}` : '';
    return [`${mark} preview ${key} is over${why}`, last];
  }
  const what = update ? `update of ${key}` : `preview ${key}`;
  return [
    `${mark} ${what} failed: ${(failure ?? update)?.message}`,
    ...(failure ? explanation(failure, style) : []),
    ...(update ? ['  The image before goes on serving.'] : []),
    last,
  ];
}

function explanation(
  { code, evidence, hint }: Failure,
  { colors }: Style,
): string[] {
  return [
    `  code: ${code}`,
    ...evidence.flatMap(({ kind, text }) =>
      text.split('\n').map(line => colors.dim(`  ${kind}: ${line}`)),
    ),
    `  ${hint}`,
  ];
}
