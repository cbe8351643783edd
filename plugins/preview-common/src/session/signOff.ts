// SPDX-License-Identifier: Apache-2.0

/** @public */
export const SIGN_OFF_DECISIONS = ['approved', 'rejected'] as const;

/** @public */
export type SignOffDecision = (typeof SIGN_OFF_DECISIONS)[number];

/**
 * Why a sign-off counts no longer: a new revision was asked for, other bytes
 * run under the same image, or the same person decided again.
 *
 * @public
 */
export const SIGN_OFF_VOID_REASONS = [
  'new-revision',
  'digest-changed',
  'superseded',
] as const;

/** @public */
export type SignOffVoidReason = (typeof SIGN_OFF_VOID_REASONS)[number];

/**
 * What one person said of one revision of a preview and the exact images that
 * ran in it. Times are ISO 8601 in UTC.
 *
 * @public
 */
export interface SignOff {
  id: string;
  decision: SignOffDecision;
  comment: string | null;
  by: string;
  at: string;
  revision: number;
  /** Image digests that ran when it was given. */
  digests: string[];
  /** `null` while it counts. */
  void: { at: string; why: SignOffVoidReason } | null;
}

/**
 * Body of `POST /sessions/:id/sign-offs`.
 *
 * @public
 */
export interface SignOffRequest {
  decision: SignOffDecision;
  comment?: string;
  /**
   * The revision that was looked at; refused with `SignOffOutdated` when
   * another one serves by now.
   */
  revision?: number;
}

/**
 * What the sign-offs that count come to: one rejection outweighs any number
 * of approvals.
 *
 * @public
 */
export function verdictOf(
  signOffs: Pick<SignOff, 'decision' | 'void'>[],
): SignOffDecision | null {
  const counting = signOffs.filter(each => each.void === null);
  if (counting.some(({ decision }) => decision === 'rejected')) {
    return 'rejected';
  }
  return counting.length > 0 ? 'approved' : null;
}
