// SPDX-License-Identifier: Apache-2.0
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ANN, aPortal, BOB, EVE, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { emptyWorld, inProcessWorld } from '../testUtils/memoryCluster';

jest.setTimeout(60_000);

const IMAGE = 'shop/checkout:crash';
const LINE = 'no order for jane@example.com';
const wish = {
  entityRef: 'component:default/checkout',
  image: IMAGE,
  key: 'pr-1',
};

describe.each(ENGINES)('log lines among the evidence, on %s', engine => {
  let portal: Portal;
  let id: string;
  let logs: PolicyDecision = { result: AuthorizeResult.ALLOW };

  beforeAll(async () => {
    const world = inProcessWorld({
      ...emptyWorld(),
      fates: {
        [IMAGE]: {
          code: 'CrashLoop',
          message: 'It ends again and again.',
          evidence: [
            { kind: 'event', text: 'BackOff', at: null },
            { kind: 'log', text: LINE, at: null },
          ],
          fatal: true,
        },
      },
    });
    portal = await aPortal(await freshDatabase(engine), {
      world,
      permissions: {
        authorizeConditional: async requests =>
          requests.map(({ permission }) =>
            permission.name === 'preview.session.logs'
              ? logs
              : { result: AuthorizeResult.ALLOW },
          ),
      },
    });
    const { body } = await portal.post(ANN, 'sessions', wish);
    id = body.session.id;
    for (let phase = ''; phase !== 'failed'; ) {
      ({ phase } = (await portal.get(ANN, `sessions/${id}`)).body);
    }
  });
  afterEach(() => {
    logs = { result: AuthorizeResult.ALLOW };
  });
  afterAll(() => portal.stop());

  /** Every answer that has the session in it, as text. */
  const answers = (
    who: string,
  ): [string, () => Promise<{ text: string }>][] => [
    ['GET /sessions/:id', async () => portal.get(who, `sessions/${id}`)],
    ['GET /sessions', async () => portal.get(who, 'sessions')],
    ['GET /environments', async () => portal.get(who, 'environments')],
    [
      'GET /environments/:key',
      async () => portal.get(who, 'environments/pr-1'),
    ],
    [
      'GET /sessions/:id/wait',
      async () => portal.get(who, `sessions/${id}/wait?for=ready&timeout=1`),
    ],
  ];

  it.each(answers(ANN))('%s shows them to an owner', async (_, ask) => {
    const { text } = await ask();
    expect(text).toContain(LINE);
  });

  it.each(answers(EVE))('%s shows them to an admin', async (_, ask) => {
    expect((await ask()).text).toContain(LINE);
  });

  it.each(answers(BOB))('%s hides them from other readers', async (_, ask) => {
    const { text } = await ask();
    expect(text).toContain('BackOff');
    expect(text).not.toContain(LINE);
  });

  it('hides them from owners without the permission, in commands as well', async () => {
    logs = { result: AuthorizeResult.DENY };
    const changed = await portal.patch(ANN, `sessions/${id}`, {
      extendBy: '1h',
    });
    const stopped = await portal.post(ANN, `sessions/${id}/stop`);
    expect([changed.status, stopped.status]).toEqual([200, 202]);
    for (const { text } of [changed, stopped]) {
      expect(text).toContain('BackOff');
      expect(text).not.toContain(LINE);
    }
  });

  it('puts them into no signal', () => {
    const sent = JSON.stringify(portal.signals.publish.mock.calls);
    expect(sent).toContain(id);
    expect(sent).not.toContain(LINE);
  });
});
