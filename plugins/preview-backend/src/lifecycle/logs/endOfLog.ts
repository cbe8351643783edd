// SPDX-License-Identifier: Apache-2.0
import { hideSecrets } from '../../redaction/hideSecrets';

/** Most lines and bytes that are kept of one container. */
export const KEPT_LINES = 200;
export const KEPT_BYTES = 32 * 1024;

/**
 * What is held and redacted, however long the log. It is more than is kept:
 * a secret that this cut goes through is not recognised any more, and has to
 * lie in the part that is dropped afterwards.
 */
const WINDOW_LINES = 2 * KEPT_LINES;
const WINDOW_BYTES = 2 * KEPT_BYTES;

/** Longer than any secret: dropped of a line whose beginning is missing. */
const TORN = 8 * 1024;

/** Reads a log to its end and holds no more than a window of it. */
export async function readEnd(
  chunks: AsyncIterable<Uint8Array>,
): Promise<string> {
  let held = Buffer.alloc(0);
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk]).subarray(-WINDOW_BYTES);
  }
  return held.toString('utf8');
}

/**
 * What is kept of a log: its last whole lines, without secrets. One line that
 * is longer than all that may be kept loses its beginning.
 */
export function endOfLog(text: string): string {
  const lines = redactedWindow(text).trimEnd().split('\n');
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

function redactedWindow(text: string): string {
  const held = Buffer.from(text).subarray(-WINDOW_BYTES);
  // PostgreSQL's text cannot hold NUL.
  const lines = held
    .toString('utf8')
    .replaceAll('\0', '')
    .trimEnd()
    .split('\n');
  const whole = lines.slice(-WINDOW_LINES);
  // A full window may begin in the middle of a line.
  if (held.length < WINDOW_BYTES || whole.length < lines.length) {
    return hideSecrets(whole.join('\n'));
  }
  return whole.length > 1
    ? hideSecrets(whole.slice(1).join('\n'))
    : hideSecrets(whole[0]).slice(TORN);
}
