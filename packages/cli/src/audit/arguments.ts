// SPDX-License-Identifier: Apache-2.0
import {
  parseSignedCheckpoint,
  parseVerifierKey,
  type SignedCheckpoint,
  type VerifierKey,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import { existsSync, readFileSync } from 'node:fs';

/** The command was called with something that it cannot use. */
export class UsageError extends Error {}

/** A file's text, or the text itself; `\n` may be written out. */
function textOf(value: string): string {
  return existsSync(value)
    ? readFileSync(value, 'utf8').replace(/\r\n/g, '\n')
    : value.replace(/\\n/g, '\n');
}

/**
 * Reads checkpoints that somebody kept, each from a file with one or more, or
 * as text.
 *
 * @throws UsageError
 */
export function readCheckpoints(values: string[]): SignedCheckpoint[] {
  return values.flatMap(value => {
    const parts = textOf(value)
      .split(/\n{2,}/)
      .map(part => part.trim())
      .filter(part => part !== '');
    const found: (SignedCheckpoint | null)[] = [];
    for (let at = 0; at < parts.length; at += 2) {
      const note = `${parts[at]}\n\n${parts[at + 1] ?? ''}\n`;
      found.push(parseSignedCheckpoint(note));
    }
    const whole = found.filter(checkpoint => checkpoint !== null);
    if (whole.length === 0 || whole.length < found.length) {
      throw new UsageError(
        `--since ${value}: there is no such file, or something in it is not a signed checkpoint.`,
      );
    }
    return whole;
  });
}

/**
 * Reads keys to trust, each as text or from a file with one per line.
 *
 * @throws UsageError
 */
export function readKeys(values: string[]): VerifierKey[] {
  return values.flatMap(value => {
    const keys = textOf(value)
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '' && !line.startsWith('#'))
      .map(parseVerifierKey);
    const whole = keys.filter(key => key !== null);
    if (whole.length === 0 || whole.length < keys.length) {
      throw new UsageError(
        `--key ${value}: there is no such file, or something in it is not a key of the form NAME+ID+KEY.`,
      );
    }
    return whole;
  });
}
