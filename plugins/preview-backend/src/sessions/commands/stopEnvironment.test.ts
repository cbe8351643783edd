// SPDX-License-Identifier: Apache-2.0
import { ANN, BOB, EVE, type Portal } from '../../testUtils/aPortal';
import { annsPortal, type AnnsPortal } from '../../testUtils/annsPortal';
import { ENGINES } from '../../testUtils/databases';
import { denied } from '../../testUtils/denied';

jest.setTimeout(60_000);

describe.each(ENGINES)('stopping an environment on %s', engine => {
  let portal: Portal;
  let start: AnnsPortal['start'];

  beforeAll(async () => {
    ({ portal, start } = await annsPortal(engine));
  });
  afterAll(() => portal.stop());

  it('is denied preview by preview, and only when it is meant', async () => {
    const id = await start('a-1');
    const stop = (dryRun: boolean) =>
      portal.post(BOB, `environments/a-1/stop?dryRun=${dryRun}`);
    await stop(true);
    expect(await denied(portal, 'NotEntityOwner')).toEqual([]);
    const { status, body } = await stop(false);
    expect([status, body.stopped]).toEqual([200, []]);
    expect(await denied(portal, 'NotEntityOwner')).toMatchObject([
      {
        actor: BOB,
        sessionId: id,
        key: 'a-1',
        entityRef: 'component:default/checkout',
        ownerRef: 'group:default/team-shop',
        reason: expect.stringMatching(/^stop: /),
      },
    ]);
  });

  it('says how many of its previews were stopped', async () => {
    await start('a-2');
    const other = await portal.post(BOB, 'sessions', {
      entityRef: 'component:default/payments',
      image: 'shop/payments:x',
      key: 'a-2',
    });
    expect(other.status).toBe(201);
    const { body } = await portal.post(ANN, 'environments/a-2/stop');
    expect([body.stopped.length, body.skipped.length]).toEqual([1, 1]);
    const { body: log } = await portal.get(
      EVE,
      'audit/events?action=environment.stopped',
    );
    expect(log.items).toMatchObject([
      { actor: ANN, key: 'a-2', changes: 'stopped: 1 of 2' },
    ]);
  });
});
