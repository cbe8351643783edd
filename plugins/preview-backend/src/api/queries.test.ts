// SPDX-License-Identifier: Apache-2.0
import { ANN, BOB, type Portal } from '../testUtils/aPortal';
import { annsPortal, type AnnsPortal, wish } from '../testUtils/annsPortal';
import { ENGINES } from '../testUtils/databases';
import { faultsOf } from '../testUtils/matchesSchema';

jest.setTimeout(60_000);

describe.each(ENGINES)('queries on %s', engine => {
  let portal: Portal;
  let start: AnnsPortal['start'];
  let actions: AnnsPortal['actions'];

  beforeAll(async () => {
    ({ portal, start, actions } = await annsPortal(engine));
  });
  afterAll(() => portal.stop());

  it('stream logs, and record who read them', async () => {
    const id = await start('a-1');
    const logs = await portal.get(
      ANN,
      `sessions/${id}/logs?tail=7&follow=true`,
    );
    expect(logs.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(logs.text).toBe('hello from a-1\ntail 7\n');
    expect(await actions(id)).toContain('logs.read');
  });

  it('verify, but not without end', async () => {
    const id = await start('b-1');
    const verified = await portal.post(ANN, `sessions/${id}/verify`);
    expect(verified.body.steps.at(-1)).toMatchObject({
      name: 'verified',
      status: 'done',
    });
    const codes = [];
    for (let n = 0; n < 6; n += 1) {
      const { body } = await portal.post(ANN, `sessions/${id}/verify`);
      codes.push(body.error?.code);
    }
    expect(codes.at(-1)).toBe('TooManyRequests');
  });

  it('list by page, filter and count', async () => {
    const ids = [await start('c-1'), await start('c-2'), await start('c-3')];
    const first = await portal.get(ANN, 'sessions?limit=2&count=true&q=c-');
    expect(faultsOf('SessionPage', first.body)).toEqual([]);
    expect(first.body.count).toBe('3');
    const rest = await portal.get(
      ANN,
      `sessions?limit=2&count=true&q=c-&cursor=${first.body.nextCursor}`,
    );
    const seen = [...first.body.items, ...rest.body.items].map(({ id }) => id);
    expect(seen).toEqual([...ids].reverse());
    expect(rest.body.nextCursor).toBeNull();
    for (const [query, count] of [
      ['key=c-2', 1],
      ['entityRef=Component:default/Checkout', 3],
      ['owner=group:default/team-pay', 0],
      ['owner=group:default/team-pay&owner=group:default/team-shop', 3],
      ['phase=ready&phase=failed', 3],
      ['active=false', 0],
      ['createdBy=user:default/ann&cluster=demo&namespace=shop', 3],
      ['target=deployment/checkout', 3],
      ['order=expiresAt:asc', 3],
      ['expiresBefore=2020-01-01', 0],
      ['expiresBefore=2200-01-01T00:00:00Z', 3],
    ] as const) {
      const { body } = await portal.get(BOB, `sessions?q=c-&${query}`);
      expect([query, body.items?.length]).toEqual([query, count]);
    }
  });

  it('show and stop environments', async () => {
    await start('d-1');
    await start('d-2');
    const page = await portal.get(ANN, 'environments?q=d-&limit=1');
    expect(faultsOf('EnvironmentPage', page.body)).toEqual([]);
    expect(page.body.items).toMatchObject([
      { key: 'd-1', ownerRef: 'group:default/team-shop', active: 1 },
    ]);
    const next = await portal.get(
      ANN,
      `environments?q=d-&limit=1&cursor=${page.body.nextCursor}`,
    );
    expect(next.body).toMatchObject({
      items: [{ key: 'd-2' }],
      nextCursor: null,
    });
    for (const [until, count] of [
      ['2020-01-01', '0'],
      ['2200-01-01', '2'],
    ]) {
      const { body } = await portal.get(
        ANN,
        `environments?q=d-&count=true&expiresBefore=${until}`,
      );
      expect([until, body.count]).toEqual([until, count]);
    }
    const bad = await portal.get(ANN, 'environments?expiresBefore=soon');
    expect(bad.body.error).toMatchObject({
      code: 'InvalidTime',
      field: 'expiresBefore',
    });
    const one = await portal.get(ANN, 'environments/d-2');
    expect(faultsOf('Environment', one.body)).toEqual([]);
    const stopped = await portal.post(ANN, 'environments/d-2/stop', {
      reason: 'over',
    });
    expect(faultsOf('StopEnvironmentResponse', stopped.body)).toEqual([]);
    expect(stopped.body.stopped).toHaveLength(1);
    const { id } = stopped.body.stopped[0];
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    expect((await portal.get(ANN, 'environments/d-2')).status).toBe(404);
  });

  it('tell what may be started', async () => {
    const { body } = await portal.get(
      ANN,
      'entities/component/default/checkout/options',
    );
    expect(faultsOf('EntityOptions', body)).toEqual([]);
    expect(body).toMatchObject({
      mayStart: true,
      denied: null,
      may: { update: true, extend: true, stop: true, logs: true },
      targets: [
        {
          target: 'deployment/checkout',
          imageRepositories: ['shop/checkout'],
          trafficModes: ['steal', 'none'],
          problem: null,
        },
      ],
      quota: { perUser: { limit: 100 } },
    });
    expect(body.proposedKey).toMatch(/^checkout-[a-z0-9]{6}$/);
    const bob = await portal.get(
      BOB,
      'entities/component/default/checkout/options',
    );
    expect(bob.body).toMatchObject({
      mayStart: false,
      denied: { code: 'NotEntityOwner' },
    });
    const plain = await portal.get(
      ANN,
      'entities/component/default/plain/options',
    );
    expect(plain.body.denied.code).toBe('EntityNotAnnotated');
    const greedy = await portal.get(
      ANN,
      'entities/component/default/greedy/options',
    );
    expect(faultsOf('EntityOptions', greedy.body)).toEqual([]);
    expect(greedy.body.targets).toEqual([
      {
        target: 'deployment/payments',
        cluster: 'demo',
        namespace: 'shop',
        driver: 'memory',
        image: null,
        imageRepositories: [],
        containers: [],
        capabilities: expect.objectContaining({ steal: false, labelModes: [] }),
        trafficModes: [],
        problem: expect.objectContaining({ code: 'TargetNotOfEntity' }),
      },
    ]);
  });

  it('say before what a start would do', async () => {
    const fine = await portal.post(ANN, 'preflights', wish('f-1'));
    expect(faultsOf('PreflightReport', fine.body)).toEqual([]);
    expect(fine.body).toMatchObject({
      ok: true,
      target: 'deployment/checkout',
      headers: { 'x-preview-key': 'f-1' },
      differences: [{ what: 'label app' }],
      update: 'surge',
    });
    expect(fine.body.checks.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining([
        'freeze',
        'binding',
        'images',
        'filter-key',
        'quota-user',
      ]),
    );
    const said = fine.body.checks
      .filter(({ status }: { status: string }) => status === 'passed')
      .map(({ message }: { message: string }) => message);
    expect(new Set(said).size).toBe(said.length);
    const foreign = await portal.post(BOB, 'preflights', wish('f-1'));
    expect(foreign.body.ok).toBe(false);
    expect(foreign.body.checks[0]).toMatchObject({
      name: 'permission',
      code: 'NotEntityOwner',
    });
    expect(foreign.body.target).toBeNull();
    const image = await portal.post(ANN, 'preflights', {
      ...wish('f-1'),
      image: 'evil/x',
    });
    expect(image.status).toBe(200);
    expect(image.body.checks).toContainEqual(
      expect.objectContaining({
        name: 'images',
        status: 'failed',
        code: 'ImageNotAllowed',
      }),
    );
    expect(await portal.knex('sessions').where({ key: 'f-1' })).toEqual([]);
  });

  it('give out runbook pages and the OpenAPI document', async () => {
    const page = await portal.get(ANN, 'runbooks/CrashLoop');
    expect(page.text).toMatch(/^# /);
    expect((await portal.get(ANN, 'runbooks/Nothing')).status).toBe(404);
    const document = await portal.get(ANN, '/api/preview/openapi.json');
    expect(document.body.openapi).toBe('3.1.0');
  });

  it('signal what changed', async () => {
    const id = await start('h-1');
    await portal.delete(ANN, `sessions/${id}`);
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    expect(portal.signals.publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'preview:sessions',
      message: { ids: expect.arrayContaining([id]) },
    });
    expect(JSON.stringify(portal.signals.publish.mock.calls)).not.toContain(
      'checkout',
    );
  });
});
