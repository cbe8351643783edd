// SPDX-License-Identifier: Apache-2.0

/**
 * Outcome of the two requests. `leak`: the request without the key reached
 * the preview.
 *
 * @public
 */
export interface Verification {
  state: 'verified' | 'failed' | 'leak' | 'not-checked';
  message: string;
  /** What was sent and what came back, for people. */
  evidence: string[];
}
