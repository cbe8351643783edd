// SPDX-License-Identifier: Apache-2.0
import { endOfLog, KEPT_BYTES, KEPT_LINES, readEnd } from './endOfLog';

const lines = (count: number, line = (n: number) => `line ${n}`) =>
  Array.from({ length: count }, (_, n) => `${line(n)}\n`).join('');

async function* chunksOf(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) {
    yield Buffer.from(text.slice(at, at + size));
  }
}

describe('endOfLog', () => {
  it.each([
    ['', ''],
    ['\n\n', ''],
    ['one', 'one\n'],
    ['one\ntwo\n', 'one\ntwo\n'],
    ['password=x\n', 'password=***\n'],
    ['a\0b\n', 'ab\n'],
  ])('of %j is %j', (text, end) => {
    expect(endOfLog(text)).toBe(end);
  });

  it(`keeps ${KEPT_LINES} lines`, () => {
    const end = endOfLog(lines(KEPT_LINES + 50));
    expect(end.split('\n').slice(0, 1)).toEqual(['line 50']);
    expect(end.split('\n')).toHaveLength(KEPT_LINES + 1);
  });

  it(`keeps whole lines within ${KEPT_BYTES} bytes`, () => {
    const end = endOfLog(lines(100, n => `${n} ${'é'.repeat(500)}`));
    expect(Buffer.byteLength(end)).toBeLessThanOrEqual(KEPT_BYTES);
    expect(Buffer.byteLength(end)).toBeGreaterThan(KEPT_BYTES - 1100);
    expect(end).toMatch(/^\d+ é/);
  });

  it('cuts the beginning off a line that is too long by itself', () => {
    const end = endOfLog(`${'x'.repeat(2 * KEPT_BYTES)}end\n`);
    expect(Buffer.byteLength(end)).toBe(KEPT_BYTES);
    expect(end.endsWith('end\n')).toBe(true);
  });
});

/** Redaction makes these so short that all that was read fits. */
const shrinking = (separator: string) =>
  `password=${'a'.repeat(1_000)}, ${'.'.repeat(200)}${separator}`.repeat(200);

describe('a secret whose name the cut took away', () => {
  it.each([
    ['goes with its line', '\n'],
    ['goes with the beginning of an endless line', ' '],
  ])('%s', async (_, separator) => {
    // The cut lies within the first secret, however much is held.
    for (const held of [2, 4]) {
      const rest = shrinking(separator).slice(0, held * KEPT_BYTES - 1_000);
      const text = `password=${'h0rse'.repeat(500)}${separator}${rest}`;
      const end = endOfLog(await readEnd(chunksOf(text, 4_096)));
      expect(end).toContain('password=***');
      expect(end).not.toContain('h0rse');
    }
  });
});

describe('readEnd', () => {
  it('reads a short log whole', async () => {
    expect(await readEnd(chunksOf('a\nb\n', 1))).toBe('a\nb\n');
  });

  it('holds a window of a long one', async () => {
    const text = lines(100_000);
    const end = await readEnd(chunksOf(text, 10_000));
    expect(end.length).toBeLessThanOrEqual(4 * KEPT_BYTES);
    expect(end.length).toBeGreaterThan(KEPT_BYTES);
    expect(text.endsWith(end)).toBe(true);
  });
});
