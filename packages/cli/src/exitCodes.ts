// SPDX-License-Identifier: Apache-2.0

/** What the command ends with. */
export const EXIT_CODES = {
  /** Done, or everything holds; also when there was nothing to do. */
  ok: 0,
  /** The preview failed or is over, or something was found wrong. */
  failed: 1,
  /** The command itself was wrong, or something could not be read. */
  usage: 2,
  /** Nothing is wrong, but not everything asked for could be shown. */
  unproven: 3,
  /** The portal said no, or does not know what was named. */
  refused: 4,
  /** No token, or one that the portal does not take. */
  notSignedIn: 5,
  /** The portal does not answer, or not as a portal does. */
  unavailable: 6,
  /** It was not so within `--timeout`. */
  timeout: 7,
  /** A person stopped this preview, so automation may not start it. */
  keptStopped: 8,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** The same for people. */
export const EXIT_CODES_HELP = `
Exit codes:
  0  done, or nothing to do
  1  the preview failed or is over, or something was found wrong
  2  the command was wrong, or something could not be read
  3  nothing is wrong, but not everything could be checked
  4  the portal said no, or does not know what was named
  5  no token, or one that the portal does not take
  6  the portal does not answer
  7  it was not so within --timeout
  8  a person stopped this preview, so automation may not start it`;
