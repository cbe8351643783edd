// SPDX-License-Identifier: Apache-2.0
import { ANN, type Portal } from '../testUtils/aPortal';
import { annsPortal, type AnnsPortal, wish } from '../testUtils/annsPortal';
import { ENGINES } from '../testUtils/databases';
import { faultsOf } from '../testUtils/matchesSchema';

jest.setTimeout(60_000);

describe.each(ENGINES)('commands on %s', engine => {
  let portal: Portal;
  let start: AnnsPortal['start'];
  let actions: AnnsPortal['actions'];

  beforeAll(async () => {
    ({ portal, start, actions } = await annsPortal(engine));
  });
  afterAll(() => portal.stop());

  it('start, show and update a session', async () => {
    const created = await portal
      .post(ANN, 'sessions', { ...wish('a-1'), reason: 'try it' })
      .set('Preview-Client', 'cli');
    expect(faultsOf('StartResponse', created.body)).toEqual([]);
    expect(created.body.session).toMatchObject({
      key: 'a-1',
      entityRef: 'component:default/checkout',
      ownerRef: 'group:default/team-shop',
      cluster: 'demo',
      namespace: 'shop',
      target: 'deployment/checkout',
      revision: 1,
      generation: 1,
      desired: { state: 'running', by: ANN, reason: 'try it' },
      traffic: {
        mode: 'steal',
        filter: { type: 'header', name: 'x-preview-key', value: 'a-1' },
      },
      createdBy: ANN,
      via: 'cli',
      endedAt: null,
      failure: null,
    });
    const { id } = created.body.session;
    const ready = await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    expect(faultsOf('WaitResponse', ready.body)).toEqual([]);
    expect(ready.body.done).toBe(true);
    expect(ready.body.session.links).toEqual([
      {
        title: 'Logs',
        url: expect.stringMatching(/^https:\/\/logs\/\?q=a-1%20pods/),
        icon: null,
      },
    ]);
    const same = await portal.post(ANN, 'sessions', wish('a-1'));
    expect(same.body.outcome).toBe('unchanged');
    const end = same.body.session.expiresAt;
    const updated = await portal.post(ANN, 'sessions', {
      ...wish('a-1'),
      image: 'shop/checkout:y',
    });
    expect(updated.status).toBe(200);
    expect(updated.body).toMatchObject({
      outcome: 'updated',
      session: {
        id,
        revision: 2,
        generation: 2,
        expiresAt: end,
        // Never ready with a revision that does not serve yet.
        phase: 'updating',
      },
    });
    await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    const shown = await portal.get(ANN, `sessions/${id}`);
    expect(faultsOf('PreviewSession', shown.body)).toEqual([]);
    expect(
      shown.body.revisions.map((each: { image: string }) => each.image),
    ).toEqual(['shop/checkout:feature-x', 'shop/checkout:y']);
    expect(await actions(id)).toEqual(
      expect.arrayContaining([
        'session.started',
        'session.updated',
        'session.ready',
      ]),
    );
  });

  it('move the deadline, and say where to', async () => {
    const id = await start('b-1', { ttl: '1h' });
    const extended = await portal.patch(ANN, `sessions/${id}`, {
      extendBy: '1h',
    });
    expect(faultsOf('ChangeResponse', extended.body)).toEqual([]);
    expect(extended.body.cap).toBeNull();
    expect(extended.body.ttlSeconds).toBeGreaterThan(7000);
    const capped = await portal.patch(ANN, `sessions/${id}`, {
      extendBy: '90h',
    });
    expect(capped.body.cap).toMatchObject({ rule: 'ttl-max' });
    expect(capped.body.expiresAt).toBe(capped.body.cap.expiresAt);
    expect(capped.body.ttlSeconds).toBe(72 * 3600);
    const far = await portal.patch(ANN, `sessions/${id}`, { ttl: '73h' });
    expect(far.body.error.code).toBe('TtlTooLong');
    const twice = await portal.patch(ANN, `sessions/${id}`, {
      ttl: '1h',
      extendBy: '1h',
    });
    expect(twice.body.error.code).toBe('DeadlineAmbiguous');
    const nothing = await portal.patch(ANN, `sessions/${id}`, {});
    expect(nothing.body.error.code).toBe('InvalidRequest');
    const pin = await portal.patch(ANN, `sessions/${id}`, { pinned: true });
    expect(pin.body.error.code).toBe('PinNotAllowed');
    expect(await actions(id)).toContain('session.extended');
  });

  it('update the image by PATCH, under the same policy', async () => {
    const id = await start('c-1');
    const foreign = await portal.patch(ANN, `sessions/${id}`, {
      image: 'evil/x',
    });
    expect(foreign.body.error.code).toBe('ImageNotAllowed');
    const fine = await portal.patch(ANN, `sessions/${id}`, {
      image: 'shop/checkout:z',
      ttl: '2h',
    });
    expect(fine.body.session).toMatchObject({
      revision: 2,
      image: 'shop/checkout:z',
    });
    expect(fine.body.ttlSeconds).toBe(7200);
  });

  it('stop, and stop again', async () => {
    const id = await start('d-1');
    const stopped = await portal.post(ANN, `sessions/${id}/stop`, {
      reason: 'done',
    });
    expect(stopped.status).toBe(202);
    expect(stopped.body.desired).toMatchObject({
      state: 'stopped',
      by: ANN,
      reason: 'done',
    });
    const waited = await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    expect(waited.body).toMatchObject({
      done: true,
      session: { phase: 'stopped', endReason: 'stopped' },
    });
    expect(
      (await portal.delete(ANN, `sessions/${id}?reason=again`)).status,
    ).toBe(200);
    const late = await portal.patch(ANN, `sessions/${id}`, { ttl: '1h' });
    expect(late.body.error.code).toBe('SessionOver');
    const logs = await portal.get(ANN, `sessions/${id}/logs`);
    expect(logs.text).toContain('hello from');
    const ready = await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    expect(ready.body.done).toBe(false);
    expect(
      (await actions(id)).filter(each => each === 'session.stopped'),
    ).toHaveLength(1);
    expect(
      portal.driver.world.read().objects.filter(({ key }) => key === 'd-1'),
    ).toEqual([]);
  });

  it('restart what is over, and what runs', async () => {
    const id = await start('e-1');
    const again = await portal.post(ANN, `sessions/${id}/restart`);
    expect(again.body).toMatchObject({
      outcome: 'updated',
      session: { id, revision: 2, image: 'shop/checkout:feature-x' },
    });
    await portal.delete(ANN, `sessions/${id}`);
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    const anew = await portal.post(ANN, `sessions/${id}/restart`, {
      ttl: '3h',
    });
    expect(anew.status).toBe(201);
    expect(anew.body.session).toMatchObject({ key: 'e-1', revision: 1 });
    expect(anew.body.session.id).not.toBe(id);
  });

  it('begin a new revision in a failed session, but not to move its end', async () => {
    const image = 'shop/checkout:broken';
    portal.driver.outside(world => {
      world.fates[image] = {
        code: 'CrashLoop',
        message: 'It ends again and again.',
        evidence: [],
        fatal: true,
      };
    });
    const { body } = await portal.post(ANN, 'sessions', {
      ...wish('z-1'),
      image,
    });
    const { id } = body.session;
    const failed = await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    expect(failed.body).toMatchObject({
      done: false,
      session: {
        phase: 'failed',
        failure: {
          code: 'CrashLoop',
          runbook: expect.stringMatching(/\/v1\/runbooks\/CrashLoop$/),
        },
      },
    });
    const extended = await portal.patch(ANN, `sessions/${id}`, { ttl: '2h' });
    expect(extended.body.session).toMatchObject({
      phase: 'failed',
      revision: 1,
    });
    const again = await portal.post(ANN, 'sessions', wish('z-1'));
    expect(again.body).toMatchObject({
      outcome: 'updated',
      session: { id, revision: 2, failure: null },
    });
    const ready = await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    expect(ready.body.done).toBe(true);
  });

  it('keep a person’s stop against automation', async () => {
    const id = await start('f-1');
    await portal.post(ANN, `sessions/${id}/stop`, { reason: 'enough' });
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    const push = await portal
      .post(ANN, 'sessions', wish('f-1'))
      .set('Preview-Client', 'action');
    expect(push.status).toBe(200);
    expect(push.body).toMatchObject({
      outcome: 'keptStopped',
      session: { id, desired: { by: ANN, reason: 'enough' } },
    });
    const resumed = await portal
      .post(ANN, 'sessions', { ...wish('f-1'), resume: true })
      .set('Preview-Client', 'action');
    expect(resumed.body.outcome).toBe('created');
    expect(await actions(resumed.body.session.id)).toContain('session.resumed');
  });

  it('answer a repeated call with the first answer', async () => {
    const send = (body: object, who = ANN) =>
      portal.post(who, 'sessions', body).set('Idempotency-Key', 'k-1');
    const nameless = { ...wish(''), key: undefined };
    const first = await send(nameless);
    expect(first.body.outcome).toBe('created');
    const second = await send(nameless);
    expect(second.body).toEqual(first.body);
    expect(second.status).toBe(201);
    const other = await send({ ...nameless, image: 'shop/checkout:y' });
    expect(other.body.error.code).toBe('IdempotencyKeyReused');
    expect(
      await portal
        .knex('sessions')
        .where({ via: 'api', key: first.body.session.key }),
    ).toHaveLength(1);
    const { id, expiresAt } = first.body.session;
    const extend = () =>
      portal
        .patch(ANN, `sessions/${id}`, { extendBy: '1h' })
        .set('Idempotency-Key', 'k-2');
    const [one, two] = await Promise.all([extend(), extend()]);
    expect(one.body.expiresAt).toBe(two.body.expiresAt);
    expect(Date.parse(one.body.expiresAt) - Date.parse(expiresAt)).toBe(
      3_600_000,
    );
  });
});
