// SPDX-License-Identifier: Apache-2.0
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANN, aPortal, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { seedEvents } from '../testUtils/seedEvents';

jest.setTimeout(120_000);

const SEEDED = 80_000;
/** Statements that a whole export makes: one per thousand events. */
const ALL = SEEDED / 1000;
/** What the buffers of two sockets and a stream may hold, generously. */
const AHEAD = 40;
/** Other calls that are answered while the reader of the export rests. */
const MEANWHILE = 100;

describe.each(ENGINES)('an export that is read slowly, on %s', engine => {
  let knex: Knex;
  let portal: Portal;
  let reads = 0;

  beforeAll(async () => {
    knex = await freshDatabase(engine);
    await seedEvents(knex, {
      count: SEEDED,
      sessions: 100,
      from: Date.UTC(2020, 0, 1),
    });
    portal = await aPortal(knex);
    knex.on('query', ({ sql }: { sql: string }) => {
      if (/^select.*audit_bodies/.test(sql)) {
        reads += 1;
      }
    });
  });
  afterAll(() => portal.stop());

  it('is made no faster than it is read, and is whole in the end', async () => {
    const { port } = portal.server.address() as AddressInfo;
    const request = http.get({
      port,
      path: '/api/preview/v1/audit/export?from=2020-01-01&to=2021-01-01&format=jsonl',
      headers: { Authorization: mockCredentials.user.header(ANN) },
    });
    const [response] = (await once(request, 'response')) as [
      http.IncomingMessage,
    ];
    expect(response.statusCode).toBe(200);
    response.pause();
    for (let n = 0; n < MEANWHILE; n += 1) {
      const { status } = await portal.get(ANN, 'sessions?limit=1');
      expect(status).toBe(200);
    }
    const madeUnread = reads;
    let lines = 0;
    for await (const chunk of response) {
      lines += String(chunk).split('\n').length - 1;
    }
    expect(lines).toBe(SEEDED);
    expect(reads).toBeGreaterThanOrEqual(ALL);
    expect(madeUnread).toBeLessThan(AHEAD);
  });
});
