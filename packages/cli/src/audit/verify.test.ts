// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestLog } from '../testUtils/aBundle';
import { preview } from '../testUtils/recorder';

let folder: string;
const put = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preview-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('preview audit verify', () => {
  it('finds a good log good, and says whose it is', async () => {
    const log = new TestLog(20);
    const kept = put('kept', `${log.checkpoint(7)}\n${log.checkpoint(20)}`);
    const bundle = put('bundle', log.bundle());
    const key = put('key', `# ours\n${log.verifierKey}\n`);
    const call = await preview(
      ...['audit', 'verify', bundle, '--since', kept, '--key', key],
    );
    expect(call).toMatchObject({ code: 0, err: '' });
    expect(call.out).toContain('20 entries; this file is the whole log');
    expect(call.out).toContain(`key ${log.key.id}`);
    expect(call.out).toContain('only grown since the kept checkpoint of 7 e');
    expect(call.out).toContain('checkpoint of 20 entries is this very log');
    expect(call.out).toContain('Nothing was found wrong.');
    expect(call.out).not.toContain('!');
  });

  it('says what it cannot notice without a key and a kept checkpoint', async () => {
    const call = await preview(
      ...['audit', 'verify', put('bundle', new TestLog(3).bundle())],
    );
    expect(call.code).toBe(0);
    expect(call.out).toContain('! Nothing was compared with a checkpoint');
    expect(call.out).toContain('! The keys were taken from the file itself');
  });

  it.each<[string, RegExp, (log: TestLog) => string]>([
    [
      'a changed byte',
      /Event event-4 at entry 4 was altered/,
      log => log.bundle().replace('fact 4', 'fakt 4'),
    ],
    [
      'a swapped pair',
      /Event event-6 is not what was sealed at entry 5/,
      log => {
        const { 5: five, 6: six } = log.events;
        log.events[5] = { ...six, index: 5, leaf: five.leaf };
        log.events[6] = { ...five, index: 6, leaf: six.leaf };
        return log.bundle(new TestLog(0).checkpoint());
      },
    ],
    [
      'a missing entry',
      /Entry 3 is missing/,
      log => log.bundle().replace(/.*"event-3".*\n/, ''),
    ],
    [
      'missing content',
      /content of event event-2 at entry 2 is missing, and neither/,
      log => {
        const note = log.checkpoint();
        Object.assign(log.events[2], { salt: null, body: null });
        return log.bundle(note);
      },
    ],
    [
      'an erasure that nobody recorded',
      /content of entry 2 is gone, but no event/,
      log => {
        const note = log.checkpoint();
        const gone = { salt: null, body: null, gone: 'erased' as const };
        Object.assign(log.events[2], gone);
        return log.bundle(note);
      },
    ],
    [
      'a cut file',
      /does not have all of the bundle/,
      log => log.bundle().replace(/\{"type":"end".*\n/, ''),
    ],
    [
      'a checkpoint of somebody else',
      /does not bear a right signature/,
      log => log.bundle(new TestLog(10).checkpoint()),
    ],
    ['another kind of file', /not of an evidence bundle/, () => 'a,b\n1,2\n'],
  ])('finds %s', async (_, message, tamper) => {
    const log = new TestLog(10);
    const key = log.verifierKey;
    const bundle = put('bundle', tamper(log));
    const call = await preview('audit', 'verify', bundle, '--key', key);
    expect(call.out).toMatch(message);
    expect(call.out).toContain('WAS ALTERED');
    expect(call.code).toBe(1);
  });

  it('takes a recorded erasure for what it is', async () => {
    const log = new TestLog(10);
    log.record({ action: 'audit.erased', reason: 'Entries 2, 4-5: asked' });
    for (const index of [2, 4, 5]) {
      const gone = { salt: null, body: null, gone: 'erased' as const };
      Object.assign(log.events[index], gone);
    }
    const call = await preview('audit', 'verify', put('b', log.bundle()));
    expect(call).toMatchObject({ code: 0 });
  });

  it('finds a log that was rewritten and signed again, and where', async () => {
    const log = new TestLog(20);
    const kept = put(
      'kept',
      [5, 10, 15].map(n => log.checkpoint(n)).join('\n'),
    );
    log.events.splice(12);
    new Array(8).fill(0).forEach(() => log.record({ reason: 'rewritten' }));
    const call = await preview(
      ...['audit', 'verify', put('b', log.bundle()), '--since', kept],
    );
    expect(call.code).toBe(1);
    expect(call.out).toMatch(/only grown since the kept checkpoint of 10 /);
    expect(call.out).toMatch(/rewritten: .* entries 10 to 14 is not what/);
  });

  it('finds a log that was cut', async () => {
    const log = new TestLog(20);
    const kept = log.checkpoint();
    log.events.splice(17);
    const call = await preview(
      ...['audit', 'verify', put('b', log.bundle())],
      ...['--since', kept.replace(/\n/g, '\\n'), '-o', 'json'],
    );
    expect(call.code).toBe(1);
    expect(JSON.parse(call.out)).toMatchObject({
      ok: false,
      findings: [{ code: 'LogCut', index: 17 }],
    });
  });

  it.each([
    ['no such bundle', ['nowhere'], /nowhere cannot be read: ENOENT/],
    ['no such checkpoint', ['nowhere', '--since', 'x'], /--since x: there is/],
    ['no such key', ['nowhere', '--key', 'x'], /--key x: there is no such/],
    ['another output', ['nowhere', '-o', 'xml'], /--output xml: use text/],
    ['no bundle at all', [], /missing required argument/],
    ['an unknown option', ['x', '--sinse', 'y'], /unknown option/],
  ])('refuses %s', async (_, args, message) => {
    const call = await preview('audit', 'verify', ...args);
    expect(call.err).toMatch(message);
    expect(call.code).toBe(2);
  });
});
