// SPDX-License-Identifier: Apache-2.0
import type {
  Phase,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';

/** How something looks: never colour alone, always with icon and word. */
export type Tone = 'good' | 'busy' | 'warning' | 'bad' | 'quiet';

/** The one place that says how a phase looks; words are `phase.*`. */
export const PHASE_TONE: Record<Phase, Tone> = {
  provisioning: 'busy',
  ready: 'good',
  degraded: 'warning',
  updating: 'busy',
  stopping: 'busy',
  stopped: 'quiet',
  failed: 'bad',
};

/** Phases in the order in which the header line counts them. */
export const COUNTED_PHASES = [
  'ready',
  'provisioning',
  'updating',
  'degraded',
  'failed',
  'stopping',
] as const satisfies readonly Phase[];

/** Whether a preview is on its way to another phase, as far as one can tell. */
export const isMoving = ({
  phase,
  desired,
  endedAt,
}: Pick<PreviewSession, 'phase' | 'desired' | 'endedAt'>): boolean =>
  phase === 'provisioning' ||
  phase === 'updating' ||
  phase === 'stopping' ||
  // Its stop was asked for, and nobody has begun with it.
  (desired.state === 'stopped' && endedAt === null);
