// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import { parseSignedCheckpoint } from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES, freshDatabase } from '../../testUtils/databases';
import { recordFacts, seal, testKeys } from '../../testUtils/sealedLog';
import { TestClock } from '../../testUtils/TestClock';
import { testRandom } from '../../testUtils/testRandom';
import { TransparencyLog } from '../TransparencyLog';
import type { Anchor } from './Anchor';
import { Anchoring } from './Anchoring';
import { fileAnchor, logAnchor, webhookAnchor } from './anchors';
import { AuditorFeed } from './AuditorFeed';

jest.setTimeout(60_000);

const INTERVAL = 60_000;

describe.each(ENGINES)('what follows the log on %s', engine => {
  const keys = testKeys();
  const clock = new TestClock();
  const logger = mockServices.logger.mock();
  let knex: Knex;

  beforeEach(async () => {
    knex = await freshDatabase(engine);
  });

  const anchoring = (...anchors: Anchor[]) =>
    new Anchoring({
      ...{ knex, clock, logger, anchors, interval: INTERVAL },
      random: testRandom(1),
    });
  const state = (...anchors: Anchor['name'][]) =>
    new TransparencyLog({ knex, clock, keys, anchors }).state();

  it('keeps the newest checkpoint in a file, once per interval', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'preview-anchor-'));
    const path = join(folder, 'checkpoints');
    const replicas = [anchoring(fileAnchor(path)), anchoring(fileAnchor(path))];
    const all = () => Promise.all(replicas.map(each => each.run()));
    try {
      await all();
      clock.advance(INTERVAL);
      await recordFacts(knex, 0, 3);
      await seal(knex, keys);
      await all();
      await recordFacts(knex, 3, 5);
      await seal(knex, keys);
      await all();
      clock.advance(INTERVAL);
      await all();
      clock.advance(INTERVAL);
      await all();
      const notes = readFileSync(path, 'utf8').trimEnd().split('\n\n');
      const sizes = [0, 2].map(
        n => parseSignedCheckpoint(`${notes[n]}\n\n${notes[n + 1].trim()}\n`)!,
      );
      expect(notes).toHaveLength(4);
      expect(sizes.map(({ size }) => size)).toEqual([3, 5]);
      expect(await state('file')).toMatchObject({
        anchored: { size: 5 },
        anchors: [{ name: 'file', size: 5, problem: null }],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('tries a webhook again until it answers, and shows what is wrong', async () => {
    const answers = [500, 503, 204];
    const seen: { token?: string; body: string }[] = [];
    const server: Server = createServer((request, response) => {
      let body = '';
      request.on('data', chunk => {
        body += chunk;
      });
      request.on('end', () => {
        seen.push({ token: request.headers.authorization, body });
        response.writeHead(answers[seen.length - 1]).end();
      });
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    try {
      const { port } = server.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}/keep`;
      const webhook = anchoring(webhookAnchor({ url, token: 'sesame' }));
      await recordFacts(knex, 0, 2);
      await seal(knex, keys);
      await webhook.run();
      expect(await state('webhook')).toMatchObject({
        anchored: null,
        anchors: [{ size: null, problem: 'The webhook answered 500' }],
      });
      await webhook.run();
      expect(seen).toHaveLength(1);
      clock.advance(500);
      await webhook.run();
      clock.advance(1_000);
      await webhook.run();
      expect(seen).toHaveLength(3);
      expect(seen[2].token).toBe('Bearer sesame');
      expect(parseSignedCheckpoint(seen[2].body)).toMatchObject({ size: 2 });
      expect(await state('webhook')).toMatchObject({
        anchored: { size: 2 },
        anchors: [{ problem: null }],
      });
    } finally {
      await new Promise(done => {
        server.close(done);
      });
    }
    const gone = webhookAnchor({ url: 'http://127.0.0.1:1/', token: 'sesame' });
    await expect(gone.keep('x', 1)).rejects.toThrow('could not be reached');
  });

  it('goes on where a replica died with the turn in its hands', async () => {
    const kept: number[] = [];
    const dies: Anchor = { name: 'log', keep: () => new Promise(() => {}) };
    const lives: Anchor = {
      name: 'log',
      keep: async (_, size) => {
        kept.push(size);
      },
    };
    await recordFacts(knex, 0, 2);
    await seal(knex, keys);
    const reached = new Promise<void>(resolve => {
      dies.keep = () => {
        resolve();
        return new Promise(() => {});
      };
    });
    void anchoring(dies).run();
    await reached;
    await anchoring(lives).run();
    expect(kept).toEqual([]);
    clock.advance(60_000);
    await anchoring(lives).run();
    expect(kept).toEqual([2]);
  });

  it('tells the auditor of every event after its commit, with its actor', async () => {
    const auditor = mockServices.auditor.mock();
    const told = { success: jest.fn(), fail: jest.fn() };
    auditor.createEvent.mockResolvedValue(told as never);
    const feeds = [1, 2].map(
      () => new AuditorFeed({ knex, clock, auditor, logger }),
    );
    await recordFacts(knex, 0, 450);
    await recordFacts(knex, 450, 451, {
      ...{
        action: 'access.denied',
        outcome: 'denied',
        actor: 'user:default/x',
      },
    });
    await feeds[0].run();
    expect(auditor.createEvent).not.toHaveBeenCalled();
    await seal(knex, keys);
    await Promise.all(feeds.map(feed => feed.run()));
    await feeds[0].run();
    const metas = auditor.createEvent.mock.calls.map(([{ meta }]) => meta!);
    expect(metas.map(({ entry }) => entry)).toEqual(
      Array.from({ length: 451 }, (_, n) => n),
    );
    expect(auditor.createEvent).toHaveBeenLastCalledWith({
      eventId: 'access-denied',
      severityLevel: 'medium',
      meta: expect.objectContaining({ actor: 'user:default/x', entry: 450 }),
    });
    expect(told.success).toHaveBeenCalledTimes(450);
    expect(told.fail).toHaveBeenCalledTimes(1);
  });

  it('writes checkpoints to the auditor', async () => {
    const auditor = mockServices.auditor.mock();
    const success = jest.fn();
    auditor.createEvent.mockResolvedValue({ success } as never);
    await logAnchor(auditor).keep('the note', 7);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ meta: { checkpoint: 'the note', size: 7 } }),
    );
    expect(success).toHaveBeenCalledTimes(1);
  });
});
