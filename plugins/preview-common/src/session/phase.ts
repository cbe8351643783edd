// SPDX-License-Identifier: Apache-2.0

/**
 * What was last observed of a preview. Desired state is a separate fact, see
 * {@link DesiredState}.
 *
 * @public
 */
export const PHASES = [
  'provisioning',
  'ready',
  'degraded',
  'updating',
  'stopping',
  'stopped',
  'failed',
] as const;

/** @public */
export type Phase = (typeof PHASES)[number];

/**
 * Why a preview is over. Set once, together with `endedAt`.
 *
 * @public
 */
export const END_REASONS = [
  'stopped',
  'expired',
  'failed',
  'pull-request-closed',
  'replaced',
  'target-gone',
  'entity-removed',
  'deleted-in-cluster',
] as const;

/** @public */
export type EndReason = (typeof END_REASONS)[number];

/**
 * The timeline of one revision, in the order in which the steps happen.
 *
 * @public
 */
export const STEP_NAMES = [
  'accepted',
  'policy',
  'resources',
  'scheduled',
  'pulled',
  'started',
  'available',
  'routed',
  'verified',
] as const;

/** @public */
export type StepName = (typeof STEP_NAMES)[number];

/** @public */
export type StepStatus =
  | 'pending'
  | 'running'
  | 'done'
  | 'failed'
  | 'skipped'
  | 'not-checked';

/**
 * Through what an operation came in. `sweep`, `cluster`, `github` and `mcp`
 * are set by the server only; a label, never a right.
 *
 * @public
 */
export const VIAS = [
  'portal',
  'api',
  'cli',
  'action',
  'github',
  'mcp',
  'sweep',
  'cluster',
] as const;

/** @public */
export type Via = (typeof VIAS)[number];

/** @public */
export type TrafficMode = 'steal' | 'mirror' | 'none';

/** @public */
export type LabelMode = 'isolated' | 'inherit';
