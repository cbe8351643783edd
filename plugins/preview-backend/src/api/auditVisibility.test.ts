// SPDX-License-Identifier: Apache-2.0
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  type AuditEvent,
  previewSessionReadPermission,
} from '@preview-environments/backstage-plugin-preview-common';
import {
  createPreviewSessionConditionalDecision,
  previewSessionConditions,
} from '../authorization/rules';
import { ANN, aPortal, BOB, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };
const SHOP = 'component:default/checkout';
const PAY = 'component:default/payments';

/** Somebody who may see only what their own team owns. */
describe.each(ENGINES)('a condition on reading, on %s', engine => {
  let portal: Portal;
  let reading: PolicyDecision = ALLOW;
  let statements: string[] = [];
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const knex = await freshDatabase(engine);
    portal = await aPortal(knex, {
      permissions: {
        authorizeConditional: async requests =>
          requests.map(({ permission }) =>
            permission.name === previewSessionReadPermission.name
              ? reading
              : ALLOW,
          ),
      },
    });
    const start = async (who: string, name: string, key: string) => {
      const { body } = await portal.post(who, 'sessions', {
        entityRef: `component:default/${name}`,
        image: `shop/${name}:x`,
        key,
      });
      return body.session.id;
    };
    ids[SHOP] = await start(ANN, 'checkout', 'foreign');
    ids[PAY] = await start(BOB, 'payments', 'own');
    for (const id of Object.values(ids)) {
      await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    }
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
  });
  beforeEach(() => {
    reading = createPreviewSessionConditionalDecision(
      previewSessionReadPermission,
      previewSessionConditions.isEntityOwner({
        claims: ['group:default/team-pay'],
      }),
    );
    statements = [];
  });
  afterAll(() => portal.stop());

  const body = async (path: string) => (await portal.get(BOB, path)).body;

  it('narrows lists, counts and environments', async () => {
    const sessions = await body('sessions?count=true');
    expect(sessions).toMatchObject({
      items: [{ id: ids[PAY] }],
      nextCursor: null,
      count: '1',
    });
    const environments = await body('environments?count=true');
    expect(environments).toMatchObject({
      items: [{ key: 'own' }],
      nextCursor: null,
      count: '1',
    });
    for (const query of [
      'entityRef=component:default/checkout',
      'q=checkout',
    ]) {
      expect(await body(`sessions?${query}&count=true`)).toMatchObject({
        items: [],
        count: '0',
      });
      expect(await body(`environments?${query}`)).toMatchObject({ items: [] });
    }
  });

  it('answers for a hidden preview as for one that never was', async () => {
    const paths = (id: string) => [
      `sessions/${id}`,
      `sessions/${id}/logs`,
      `sessions/${id}/wait?for=approved&timeout=0`,
    ];
    const answers = async (id: string) =>
      Promise.all(
        paths(id).map(async path => {
          const answer = await portal.get(BOB, path);
          return [answer.status, answer.body.error];
        }),
      );
    expect(await answers(ids[SHOP])).toEqual(await answers('no-such-id'));
    const hidden = await portal.get(BOB, 'environments/foreign');
    const absent = await portal.get(BOB, 'environments/no-such-key');
    expect([hidden.status, hidden.body.error]).toEqual([
      absent.status,
      absent.body.error,
    ]);
  });

  it('narrows the audit log, exports and traffic too', async () => {
    const { items, nextCursor } = await body('audit/events?limit=200');
    const entities = new Set(
      items.map(({ entityRef }: AuditEvent) => entityRef),
    );
    expect([[...entities], nextCursor]).toEqual([[PAY], null]);
    const of = (entityRef: string) =>
      body(`audit/traffic?entityRef=${entityRef}&from=2020&to=2090`);
    expect((await of(PAY)).items).toHaveLength(1);
    expect((await of(SHOP)).items).toHaveLength(0);
    const { text } = await portal
      .get(BOB, 'audit/export?format=csv')
      .buffer(true);
    expect(text).toContain(PAY);
    expect(text).not.toContain(SHOP);
  });

  it('narrows by who started as well, in SQL', async () => {
    reading = createPreviewSessionConditionalDecision(
      previewSessionReadPermission,
      {
        allOf: [
          previewSessionConditions.isCreator({ createdBy: [ANN] }),
          { not: previewSessionConditions.inCluster({ clusters: ['other'] }) },
        ],
      },
    );
    const { items } = await body('audit/events?limit=200');
    const seen = new Set(items.map(({ sessionId }: AuditEvent) => sessionId));
    expect([...seen]).toEqual([ids[SHOP]]);
    const list = statements.find(sql => /from .audit_bodies/.test(sql));
    expect(list).toMatch(/created_by/);
    expect(list).toMatch(/not .*cluster/);
  });

  it('nothing is nothing, everywhere', async () => {
    reading = DENY;
    for (const path of [
      'sessions?count=true',
      'environments?count=true',
      'audit/events',
      `audit/traffic?entityRef=${PAY}&from=2020&to=2090`,
    ]) {
      expect(await body(path)).toMatchObject({ items: [], nextCursor: null });
    }
  });
});
