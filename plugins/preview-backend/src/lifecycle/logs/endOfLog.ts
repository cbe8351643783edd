// SPDX-License-Identifier: Apache-2.0
import { hideSecrets } from '../../redaction/hideSecrets';

/** Most lines and bytes that are kept of one container. */
export const KEPT_LINES = 200;
export const KEPT_BYTES = 32 * 1024;

/** What is held while reading: enough for the end, however long the log. */
const WINDOW = 4 * KEPT_BYTES;

/** Reads a log to its end and holds no more than a window of it. */
export async function readEnd(
  chunks: AsyncIterable<Uint8Array>,
): Promise<string> {
  let held = Buffer.alloc(0);
  let isCut = false;
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk]);
    if (held.length > WINDOW) {
      held = held.subarray(held.length - WINDOW);
      isCut = true;
    }
  }
  const text = held.toString('utf8');
  // The first line of a window may have lost its beginning.
  return isCut ? text.slice(text.indexOf('\n') + 1) : text;
}

/**
 * What is kept of a log: its last whole lines, without secrets. One line that
 * is longer than all that may be kept loses its beginning.
 */
export function endOfLog(text: string): string {
  // PostgreSQL's text cannot hold NUL.
  const lines = hideSecrets(text.replaceAll('\0', '')).trimEnd().split('\n');
  const kept: string[] = [];
  let bytes = 0;
  for (const line of lines.slice(-KEPT_LINES).reverse()) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > KEPT_BYTES) {
      break;
    }
    kept.unshift(line);
  }
  if (kept.length === 0) {
    const last = Buffer.from(lines.at(-1) ?? '');
    kept.push(last.subarray(last.length - KEPT_BYTES + 1).toString('utf8'));
  }
  const end = kept.join('\n');
  return end === '' ? '' : `${end}\n`;
}
