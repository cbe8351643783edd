// SPDX-License-Identifier: Apache-2.0

/** What the command ends with. */
export const EXIT_CODES = {
  /** Done, or everything holds. */
  ok: 0,
  /** Something was found wrong. */
  failed: 1,
  /** The command itself was wrong, or something could not be read. */
  usage: 2,
  /** Nothing is wrong, but not everything asked for could be shown. */
  unproven: 3,
} as const;
