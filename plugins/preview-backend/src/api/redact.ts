// SPDX-License-Identifier: Apache-2.0
import { hideSecrets } from '../redaction/hideSecrets';

const LONGEST = 500;

/** Makes a text fit for the log: short, and nothing in it that opens a door. */
export function redact(text: string): string {
  return hideSecrets(text.slice(0, LONGEST));
}
