// SPDX-License-Identifier: Apache-2.0
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { deleteKeptLogs } from '../database/logs/deleteKeptLogs';
import { ANN, aPortal, BOB, EVE, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

describe.each(ENGINES)('logs after the end on %s', engine => {
  let knex: Knex;
  let portal: Portal;
  let refused: string[] = [];

  beforeAll(async () => {
    knex = await freshDatabase(engine);
    portal = await aPortal(knex, {
      preview: {
        policy: { ttl: { min: '1s' }, quotas: { perUser: 100, perOwner: 100 } },
        access: { admins: ['group:default/platform'] },
      },
      permissions: {
        authorizeConditional: async requests =>
          requests.map(({ permission }) => ({
            result: refused.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      },
    });
    portal.driver.logLines = [
      'listening on :8080',
      'DATABASE_URL=postgres://app:hunter2@db/shop',
      'bye',
    ];
  });
  afterEach(() => {
    refused = [];
  });
  afterAll(() => portal.stop());

  async function start(key: string, image = 'shop/checkout:x') {
    const { body } = await portal.post(ANN, 'sessions', {
      entityRef: 'component:default/checkout',
      image,
      key,
    });
    await portal.get(ANN, `sessions/${body.session.id}/wait?for=ready`);
    return body.session.id as string;
  }

  async function anEnded(key: string): Promise<string> {
    const id = await start(key);
    await portal.post(ANN, `sessions/${id}/stop`);
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    return id;
  }

  const read = (who: string, id: string, query = '') =>
    portal.get(who, `sessions/${id}/logs${query}`);

  it('are the last lines, without secrets', async () => {
    const id = await anEnded('a-1');
    const { status, text, headers } = await read(ANN, id);
    expect([status, text]).toEqual([
      200,
      'listening on :8080\nDATABASE_URL=postgres://***@db/shop\nbye\n',
    ]);
    expect(headers['content-type']).toContain('text/plain');
    expect((await read(ANN, id, '?tail=1')).text).toBe('bye\n');
    expect((await read(ANN, id, '?tail=0')).text).toBe('');
    expect((await read(ANN, id, '?follow=true&container=app')).text).toContain(
      'bye',
    );
  });

  it('are kept of a preview that failed, and of its life before', async () => {
    portal.driver.outside(world => {
      world.fates['shop/checkout:crash'] = {
        code: 'CrashLoop',
        message: 'The container ends again and again.',
        evidence: [],
        fatal: true,
      };
    });
    const id = await start('b-1', 'shop/checkout:crash');
    const failed = await portal.get(ANN, `sessions/${id}`);
    expect(failed.body.phase).toBe('failed');
    await portal.post(ANN, `sessions/${id}/stop`);
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    expect((await read(ANN, id)).text).toContain('bye');
    expect((await read(ANN, id, '?previous=true')).text).toContain('before');
  });

  it('say so when nothing was kept, or no longer is', async () => {
    const id = await anEnded('c-1');
    for (const query of ['?container=other', '?previous=true']) {
      const { status, body } = await read(ANN, id, query);
      expect([status, body.error.code]).toEqual([404, 'LogsNotKept']);
    }
    await knex.transaction(trx => deleteKeptLogs(trx, Date.UTC(2200, 0, 1)));
    const { status, body } = await read(ANN, id);
    expect([status, body.error.code]).toEqual([404, 'LogsNotKept']);
  });

  it('need the same permission and ownership as live ones', async () => {
    const id = await anEnded('d-1');
    const foreign = await read(BOB, id);
    expect([foreign.status, foreign.body.error.code]).toEqual([
      403,
      'NotEntityOwner',
    ]);
    refused = ['preview.session.logs'];
    const without = await read(ANN, id);
    expect([without.status, without.body.error.code]).toEqual([
      403,
      'PermissionDenied',
    ]);
    const shown = await portal.get(BOB, `sessions/${id}`);
    expect(JSON.stringify(shown.body)).not.toContain('listening');
  });

  it('are read on the record, repetitions folded', async () => {
    const id = await anEnded('e-1');
    for (let n = 0; n < 5; n += 1) {
      await read(ANN, id);
    }
    await read(EVE, id);
    const { body } = await portal.get(
      ANN,
      `audit/events?session=${id}&action=logs.read`,
    );
    expect(body.items.map(({ actor }: AuditEvent) => actor).sort()).toEqual([
      ANN,
      EVE,
    ]);
  });

  it('a preview that is over starts again with another image', async () => {
    const id = await anEnded('f-1');
    const found = await portal.get(
      ANN,
      'sessions?active=false&key=f-1&order=createdAt:desc',
    );
    expect(found.body.items).toMatchObject([{ id, endReason: 'stopped' }]);
    const again = await portal.post(ANN, `sessions/${id}/restart`, {
      image: 'shop/checkout:y',
    });
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({
      outcome: 'created',
      session: { key: 'f-1', image: 'shop/checkout:y', signOffs: [] },
    });
    expect(again.body.session.id).not.toBe(id);
    const same = await anEnded('f-2');
    const { body } = await portal.post(ANN, `sessions/${same}/restart`);
    expect(body.session.image).toBe('shop/checkout:x');
  });
});
