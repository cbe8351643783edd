// SPDX-License-Identifier: Apache-2.0
import type {
  AuditEvent,
  PreviewSession,
  SignOff,
} from '@preview-environments/backstage-plugin-preview-common';
import { ANN, BOB, CI, EVE } from '../testUtils/aPortal';
import { ENGINES } from '../testUtils/databases';
import { faultsOf } from '../testUtils/matchesSchema';
import { SIGNED_IMAGE, signOffPortal } from '../testUtils/signOffPortal';

jest.setTimeout(60_000);

describe.each(ENGINES)('sign-offs on %s', engine => {
  let portal: Awaited<ReturnType<typeof signOffPortal>>;

  beforeAll(async () => {
    portal = await signOffPortal(engine);
  });
  afterAll(() => portal.stop());

  const aReady = (key: string, image?: string) => portal.aReady(key, image);
  const say = (...what: Parameters<typeof portal.say>) => portal.say(...what);

  const show = async (id: string): Promise<PreviewSession> =>
    (await portal.get(ANN, `sessions/${id}`)).body;

  async function events(id: string, action: string): Promise<AuditEvent[]> {
    const { body } = await portal.get(
      EVE,
      `audit/events?session=${id}&action=${action}`,
    );
    return body.items;
  }

  /** The sign-offs once they fulfil the condition. */
  async function once(
    id: string,
    so: (signOffs: SignOff[]) => boolean,
  ): Promise<SignOff[]> {
    for (;;) {
      const { signOffs } = await show(id);
      if (so(signOffs)) {
        return signOffs;
      }
    }
  }

  it('approve what serves, bound to revision and digest', async () => {
    const id = await aReady('a-1');
    const first = await say(BOB, id, {
      decision: 'approved',
      comment: 'works',
      revision: 1,
    });
    expect(first.status).toBe(201);
    expect(faultsOf('PreviewSession', first.body)).toEqual([]);
    expect(first.body.signOffs).toEqual([
      {
        id: expect.any(String),
        decision: 'approved',
        comment: 'works',
        by: BOB,
        at: expect.any(String),
        revision: 1,
        digests: [`sha256:${SIGNED_IMAGE}`],
        void: null,
      },
    ]);
    const again = await say(BOB, id, {
      decision: 'approved',
      comment: 'works',
    });
    expect([again.status, again.body.signOffs]).toEqual([
      200,
      first.body.signOffs,
    ]);
    expect(await events(id, 'sign-off.given')).toEqual([
      expect.objectContaining({
        actor: BOB,
        reason: 'approved: works',
        image: SIGNED_IMAGE,
        imageDigest: `sha256:${SIGNED_IMAGE}`,
        key: 'a-1',
      }),
    ]);
    const listed = await portal.get(ANN, 'sessions?key=a-1');
    expect(listed.body.items[0].signOffs).toEqual(first.body.signOffs);
    const environment = await portal.get(ANN, 'environments/a-1');
    expect(environment.body.sessions[0].signOffs).toHaveLength(1);
  });

  it('change one’s mind: the former word is void', async () => {
    const id = await aReady('a-2');
    await say(BOB, id, { decision: 'approved' });
    await say(ANN, id, { decision: 'approved' });
    const { body } = await say(BOB, id, {
      decision: 'rejected',
      comment: 'rounding wrong',
    });
    expect(
      body.signOffs.map(({ by, decision, void: isVoid }: SignOff) => [
        by,
        decision,
        isVoid?.why ?? null,
      ]),
    ).toEqual([
      [BOB, 'approved', 'superseded'],
      [ANN, 'approved', null],
      [BOB, 'rejected', null],
    ]);
    expect(await events(id, 'sign-off.voided')).toEqual([
      expect.objectContaining({
        actor: BOB,
        reason: `superseded: approved of revision 1 by ${BOB}`,
      }),
    ]);
  });

  it('wait for an approval, and no longer than it makes sense', async () => {
    const id = await aReady('a-3');
    const waiting = portal
      .get(CI, `sessions/${id}/wait?for=approved`)
      .then(answer => answer.body);
    await say(BOB, id, { decision: 'approved' });
    expect(await waiting).toMatchObject({
      done: true,
      session: { signOffs: [{ decision: 'approved', void: null }] },
    });
    await say(ANN, id, { decision: 'rejected' });
    const answer = await portal.get(CI, `sessions/${id}/wait?for=approved`);
    expect(answer.body).toMatchObject({ done: false });
    const over = await aReady('a-4');
    await portal.post(ANN, `sessions/${over}/stop`);
    await portal.get(ANN, `sessions/${over}/wait?for=stopped`);
    const late = await portal.get(CI, `sessions/${over}/wait?for=approved`);
    expect(late.body).toMatchObject({ done: false });
  });

  it('another image makes it void at once, and it stays in the history', async () => {
    const id = await aReady('b-1');
    await say(BOB, id, { decision: 'approved' });
    const { body } = await portal.patch(ANN, `sessions/${id}`, {
      image: 'shop/checkout:y',
    });
    expect(body.session.signOffs).toMatchObject([
      { revision: 1, void: { why: 'new-revision' } },
    ]);
    expect(await events(id, 'sign-off.voided')).toMatchObject([
      { actor: ANN, imageDigest: `sha256:${SIGNED_IMAGE}` },
    ]);
    await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    const outdated = await say(BOB, id, { decision: 'approved', revision: 1 });
    expect([outdated.status, outdated.body.error.code]).toEqual([
      409,
      'SignOffOutdated',
    ]);
    await say(BOB, id, { decision: 'approved', revision: 2 });
    await portal.post(ANN, `sessions/${id}/stop`);
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    expect((await show(id)).signOffs).toMatchObject([
      { revision: 1, void: { why: 'new-revision' } },
      { revision: 2, void: null },
    ]);
  });

  it('other bytes under the same tag make it void', async () => {
    const id = await aReady('b-2', 'shop/checkout:moving');
    await say(BOB, id, { decision: 'approved' });
    portal.driver.outside(
      world => {
        world.digests['shop/checkout:moving'] = 'sha256:moved';
      },
      { sessionId: id },
    );
    const [signOff] = await once(id, ([only]) => only.void !== null);
    expect(signOff).toMatchObject({
      digests: ['sha256:shop/checkout:moving'],
      void: { why: 'digest-changed' },
    });
    expect(await events(id, 'image.drifted')).toMatchObject([
      { actor: 'system', reason: expect.stringContaining('sha256:moved') },
    ]);
    expect(await events(id, 'sign-off.voided')).toHaveLength(1);
    const again = await say(BOB, id, { decision: 'approved' });
    expect(again.body.signOffs[1].digests).toEqual([
      'sha256:moved',
      'sha256:shop/checkout:moving',
    ]);
  });

  it('only what serves can be signed off', async () => {
    portal.driver.outside(world => {
      world.fates['shop/checkout:never'] = 'coming';
    });
    const { body } = await portal.post(ANN, 'sessions', {
      entityRef: 'component:default/checkout',
      image: 'shop/checkout:never',
      key: 'c-1',
    });
    const early = await say(BOB, body.session.id, { decision: 'approved' });
    expect([early.status, early.body.error.code]).toEqual([
      409,
      'NothingToSignOff',
    ]);
    const id = await aReady('c-2');
    await portal.post(ANN, `sessions/${id}/stop`);
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    const late = await say(BOB, id, { decision: 'approved' });
    expect([late.status, late.body.error.code]).toEqual([409, 'SessionOver']);
  });
});
