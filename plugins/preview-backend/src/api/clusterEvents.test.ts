// SPDX-License-Identifier: Apache-2.0
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ANN, aPortal, BOB, CI, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { faultsOf } from '../testUtils/matchesSchema';

jest.setTimeout(60_000);

const SAID = {
  id: 'event-1',
  type: 'Warning' as const,
  reason: 'BackOff',
  message: 'Back-off pulling image "shop/checkout:x"',
  object: { kind: 'Pod', name: 'pv-pr-1-r1-x' },
  count: 4,
  firstAt: '2026-11-01T10:00:00.000Z',
  lastAt: '2026-11-01T10:05:00.000Z',
};

describe.each(ENGINES)('GET /sessions/:id/events on %s', engine => {
  let portal: Portal;
  let id: string;
  let isHidden = false;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), {
      permissions: {
        authorizeConditional: async requests =>
          requests.map(() => ({
            result: isHidden ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
          })),
      },
    });
    portal.driver.said = [SAID];
    const { body } = await portal.post(ANN, 'sessions', {
      entityRef: 'component:default/checkout',
      image: 'shop/checkout:x',
      key: 'pr-1',
    });
    id = body.session.id;
  });
  afterAll(() => portal.stop());

  const events = (who: string) => portal.get(who, `sessions/${id}/events`);

  it('tells them to whoever may see the preview', async () => {
    for (const who of [ANN, BOB]) {
      const { status, body } = await events(who);
      expect([status, body]).toEqual([200, { state: 'live', items: [SAID] }]);
      expect(faultsOf('ClusterEvents', body)).toEqual([]);
    }
  });

  it('tells nobody else', async () => {
    isHidden = true;
    const hidden = await events(BOB);
    isHidden = false;
    expect([hidden.status, hidden.body.error.code]).toEqual([
      404,
      'SessionNotFound',
    ]);
    const unknown = await events(CI);
    expect(unknown.body.error.code).toBe('SubjectUnknown');
  });

  it('refuses what it does not know', async () => {
    const query = await portal.get(ANN, `sessions/${id}/events?limit=5`);
    expect(query.status).toBe(400);
    const other = await portal.get(
      ANN,
      'sessions/00000000-0000-4000-8000-000000000000/events',
    );
    expect(other.body.error.code).toBe('SessionNotFound');
  });

  it('says so when the cluster does not answer', async () => {
    jest.spyOn(portal.driver, 'events').mockImplementationOnce(async () => {
      throw new Error('socket hang up');
    });
    const { status, body } = await events(ANN);
    expect([status, body.error.code, body.error.retryable]).toEqual([
      503,
      'ClusterUnreachable',
      true,
    ]);
  });

  it('says so when the driver cannot tell', async () => {
    Object.defineProperty(portal.driver, 'events', {
      value: undefined,
      configurable: true,
    });
    const { body } = await events(ANN);
    delete (portal.driver as { events?: unknown }).events;
    expect(body).toEqual({ state: 'unsupported', items: [] });
    expect((await events(ANN)).body.state).toBe('live');
  });

  it('asks no cluster about a preview that is over', async () => {
    await portal.post(ANN, `sessions/${id}/stop`);
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    const asked = jest.spyOn(portal.driver, 'events');
    const { body } = await events(ANN);
    expect(body).toEqual({ state: 'over', items: [] });
    expect(faultsOf('ClusterEvents', body)).toEqual([]);
    expect(asked).not.toHaveBeenCalled();
  });
});
