// SPDX-License-Identifier: Apache-2.0
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import { ANN, aPortal, BOB, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { seedEvents } from '../testUtils/seedEvents';

jest.setTimeout(120_000);

const SEEDED = 5_500;

describe.each(ENGINES)('the export of the audit log on %s', engine => {
  let portal: Portal;
  let refused: string[] = [];

  beforeAll(async () => {
    const knex = await freshDatabase(engine);
    await seedEvents(knex, {
      count: SEEDED,
      sessions: 100,
      from: Date.UTC(2020, 0, 1),
    });
    portal = await aPortal(knex, {
      permissions: {
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: refused.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })) as never,
      },
    });
  });
  afterEach(() => {
    refused = [];
  });
  afterAll(() => portal.stop());

  const exported = (query: string, who = ANN) =>
    portal
      .get(who, `audit/export?from=2020-01-01&to=2021-01-01&${query}`)
      .buffer()
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', part => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts).toString()));
      });

  async function notes(): Promise<AuditEvent[]> {
    const { body } = await portal.get(
      BOB,
      'audit/events?action=audit.exported',
    );
    return body.items;
  }

  it('has every event once, newest first, in JSON Lines', async () => {
    const { body, headers } = await exported('format=jsonl');
    const events: AuditEvent[] = String(body)
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(new Set(events.map(({ id }) => id)).size).toBe(SEEDED);
    expect(events).toHaveLength(SEEDED);
    const times = events.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(headers['content-type']).toContain('application/x-ndjson');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="preview-audit-\d{4}-\d\d-\d\d.jsonl"$/,
    );
  });

  it('has the same in CSV, of any filter', async () => {
    const query = 'outcome=denied&owner=group:default/team-3&owner=x';
    const [csv, jsonl] = await Promise.all([
      exported(`format=csv&${query}`),
      exported(`format=jsonl&${query}`),
    ]);
    const [head, ...rows] = String(csv.body).trimEnd().split('\r\n');
    const lines = String(jsonl.body).trimEnd().split('\n');
    expect(head).toMatch(/^id,at,action,outcome,actor,/);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(row => row.split(',')[0])).toEqual(
      lines.map(line => JSON.parse(line).id),
    );
    expect(lines.every(line => line.includes('group:default/team-3'))).toBe(
      true,
    );
  });

  it('is recorded before and after, with filter and count', async () => {
    const before = (await notes()).length;
    await exported('format=csv&key=pr-7');
    const [ended, begun] = await notes();
    expect(await notes()).toHaveLength(before + 2);
    expect(begun).toMatchObject({
      actor: ANN,
      outcome: 'succeeded',
      reason: expect.stringMatching(/^Begun: csv, .*"key":"pr-7"/),
    });
    expect(ended).toMatchObject({
      outcome: 'succeeded',
      reason: expect.stringMatching(/^Sent 55 events: csv, .*"key":"pr-7"/),
    });
  });

  it('needs both permissions', async () => {
    for (const name of ['preview.audit.export', 'preview.audit.read']) {
      refused = [name];
      const { status, body } = await portal.get(BOB, 'audit/export?format=csv');
      expect([status, body.error.code]).toEqual([403, 'PermissionDenied']);
    }
  });

  it.each([
    ['format=xml', 'format'],
    ['format=csv&from=yesterday', 'from'],
    ['format=csv&limit=5', 'limit'],
    ['key=a', 'format'],
  ])('refuses %s by name', async (query, field) => {
    const { status, body } = await portal.get(ANN, `audit/export?${query}`);
    expect([status, body.error.field]).toEqual([400, field]);
  });
});
