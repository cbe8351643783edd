// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import { BundleVerifier } from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_START } from '../../testUtils/aSession';
import { ENGINES, freshDatabase } from '../../testUtils/databases';
import {
  checkLog,
  recordFacts,
  seal,
  testKeys,
} from '../../testUtils/sealedLog';
import { TestClock } from '../../testUtils/TestClock';
import { verifyEd25519 } from '../../testUtils/verifyEd25519';
import { TransparencyLog } from '../TransparencyLog';
import { Archive } from './Archive';

jest.setTimeout(60_000);

const KEEP = 1_000;

function verify(text: string) {
  const options = { verify: verifyEd25519, keys: [], since: [] };
  const verifier = new BundleVerifier(options);
  text
    .trimEnd()
    .split('\n')
    .forEach(line => verifier.line(line));
  return verifier.report();
}

describe.each(ENGINES)('retention on %s', engine => {
  const keys = testKeys();
  const clock = new TestClock();
  let knex: Knex;
  let folder: string;
  const archive = () =>
    new Archive({
      ...{ knex, clock, keys, keep: KEEP, archive: folder },
      logger: mockServices.logger.mock(),
    });
  const files = () => readdirSync(folder).sort();
  const whole = async () => {
    const log = new TransparencyLog({ knex, clock, keys, anchors: [] });
    const lines = await log.bundle({ asked: {}, since: [], part: null });
    let text = '';
    for await (const chunk of lines) text += chunk;
    return text;
  };

  beforeEach(async () => {
    knex = await freshDatabase(engine);
    folder = mkdtempSync(join(tmpdir(), 'preview-archive-'));
    // 520 old events and a young one.
    await recordFacts(knex, 0, 520);
    await recordFacts(knex, 520, 521, { at: TEST_START + 10 * KEEP });
    await seal(knex, keys);
    clock.advance(Math.max(0, TEST_START + KEEP + 600 - clock.now()));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('moves old content into files that verify, and never a hash', async () => {
    await Promise.all([archive().run(), archive().run()]);
    expect(files()).toEqual([
      'preview-audit-0-511.jsonl',
      'preview-audit-512-519.jsonl',
    ]);
    for (const file of files()) {
      const report = verify(readFileSync(join(folder, file), 'utf8'));
      expect(report).toMatchObject({ findings: [], whole: false });
    }
    const left = await knex('audit_bodies').orderBy('at');
    expect(left.map(({ action }) => action).sort()).toEqual([
      'audit.archived',
      'audit.archived',
      'session.started',
    ]);
    expect(await checkLog(knex)).toEqual([]);
    await seal(knex, keys);
    expect(verify(await whole())).toMatchObject({ findings: [], events: 523 });
    const notes = left.filter(({ action }) => action === 'audit.archived');
    const bytes = readFileSync(join(folder, files()[0]));
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(notes.map(({ body }) => JSON.parse(body).reason)).toContain(
      `Entries 0-511: moved to ${files()[0]}, sha256 ${hash}`,
    );
    await archive().run();
    expect(files()).toHaveLength(2);
  });

  it('writes the same file again where a crash kept it from the rows', async () => {
    const broken = archive();
    const write = jest
      .spyOn(broken as never as { drop: () => Promise<void> }, 'drop')
      .mockRejectedValueOnce(new Error('gone'));
    await expect(broken.run()).rejects.toThrow('gone');
    expect(write).toHaveBeenCalledTimes(1);
    expect(await knex('audit_bodies')).toHaveLength(521);
    expect(files()).toEqual(['preview-audit-0-511.jsonl']);
    clock.advance(5 * 60_000);
    await archive().run();
    expect(files()).toHaveLength(2);
    expect(await knex('audit_archived')).toHaveLength(521);
  });
});
