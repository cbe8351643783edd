// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { KINDS_OF_A_PREVIEW } from '../backend/aShop';
import { flow } from '../backend/requests';
import { bodyOf } from '../contract/gateway/pods';
import { ENTITY } from '../fixtures/manifests';
import { PODS, REPLICA_SETS } from '../fixtures/product';
import { until } from '../fixtures/until';
import { aPortalOnPods, type PortalOnPods } from './aPortalOnPods';
import { production, settledProduction } from './production';
import { PATIENCE } from './settings';

jest.setTimeout(3 * PATIENCE);

const STABLE = '200 stable';
const REQUESTS = 100;

/** One story: each test goes on where the one before it ended. */
describe('previews whose pods are real containers', () => {
  let portal: PortalOnPods;
  let before: Awaited<ReturnType<typeof production>>;
  let one: PreviewSession;
  let twelve: PreviewSession;

  beforeAll(async () => {
    portal = await aPortalOnPods();
    before = await settledProduction(portal.world);
  });
  afterAll(() => portal?.stop());

  const image = (tag: string) => `${portal.repository}:${tag}`;

  async function start(key: string, tag: string) {
    const wish = { entityRef: ENTITY, image: image(tag), key };
    return (await portal.backend.portal.start(wish)).session;
  }

  function untilSeen(
    { id }: PreviewSession,
    what: string,
    wanted: (session: PreviewSession) => boolean,
  ) {
    const ask = () => portal.backend.portal.getSession(id);
    return until(what, ask, wanted, PATIENCE);
  }

  /** Its wanted revision has the traffic. */
  const untilReady = ({ id }: PreviewSession) =>
    until(
      'being ready',
      () => portal.backend.portal.wait(id, { for: 'ready', timeout: 25 }),
      ({ done }) => done,
      PATIENCE,
    ).then(({ session }) => session);

  const untilEnded = (session: PreviewSession) =>
    untilSeen(session, 'its end', ({ endedAt }) => endedAt !== null);

  const ask = ({ access }: PreviewSession) =>
    bodyOf(access.url!, access.headers);

  const podsOf = async ({ id }: PreviewSession) =>
    (await portal.world.ours(PODS)).filter(
      ({ metadata }) =>
        metadata.labels['preview-environments.io/session'] === id,
    );

  /** The different answers to many requests with these headers. */
  async function answersTo(headers: Record<string, string>) {
    const answers = await Promise.all(
      Array.from({ length: REQUESTS }, () => bodyOf(portal.url, headers)),
    );
    return [...new Set(answers)];
  }

  it('answer their own key each, and nobody else', async () => {
    const started = [
      await start('pr-1', 'feature-x'),
      await start('pr-12', 'feature-y'),
    ];
    [one, twelve] = await Promise.all(started.map(untilReady));
    expect(one.access.headers).toEqual({ 'x-preview-key': 'pr-1' });
    expect(await ask(one)).toBe('200 feature-x');

    expect(await answersTo({ 'x-preview-key': 'pr-1' })).toEqual([
      '200 feature-x',
    ]);
    expect(await answersTo({ 'x-preview-key': 'pr-12' })).toEqual([
      '200 feature-y',
    ]);
    expect(await answersTo({ 'x-preview-key': 'pr-123' })).toEqual([STABLE]);
    expect(await answersTo({})).toEqual([STABLE]);
  });

  it('show what their containers write', async () => {
    const logs = async () =>
      (await portal.backend.portal.logs(one.id, { tail: 50 })).text();
    expect(await logs()).toMatch(/url:\/healthz/);
  });

  it('take another image without failing a request', async () => {
    const flows = [
      flow(() => ask(one)),
      flow(() => ask(twelve)),
      flow(() => bodyOf(portal.url)),
    ];
    await portal.backend.portal.change(one.id, { image: image('feature-y') });
    one = await untilReady(one);
    await until(
      'the end of the first pod',
      () => podsOf(one),
      pods => pods.length === 1,
      PATIENCE,
    );
    const [updated, other, stable] = await Promise.all(
      flows.map(async each => [...new Set(await each.end())]),
    );
    expect(updated).toEqual(['200 feature-x', '200 feature-y']);
    expect(other).toEqual(['200 feature-y']);
    expect(stable).toEqual([STABLE]);
    expect(await ask(one)).toBe('200 feature-y');
  });

  it('come back when somebody deletes a pod', async () => {
    const [{ metadata }] = await podsOf(one);
    await portal.world.deeds.remove(PODS, metadata.name);
    await until(
      'another pod alone',
      () => podsOf(one),
      pods => pods.length === 1 && pods[0].metadata.uid !== metadata.uid,
      PATIENCE,
    );
    await until(
      'its answer',
      () => ask(one),
      answer => answer === '200 feature-y',
      PATIENCE,
    );
    expect(await answersTo({ 'x-preview-key': 'pr-1' })).toEqual([
      '200 feature-y',
    ]);
  });

  it('say so when the node does not have the image', async () => {
    const started = await start('pr-2', 'missing');
    const failed = await untilSeen(
      started,
      'its failure',
      ({ phase }) => phase === 'failed',
    );
    expect(failed.failure).toMatchObject({
      code: 'ImagePullFailed',
      evidence: expect.arrayContaining([
        expect.objectContaining({
          text: expect.stringContaining('ErrImageNeverPull'),
        }),
      ]),
    });
    expect(await answersTo({ 'x-preview-key': 'pr-2' })).toEqual([STABLE]);
    await portal.backend.portal.stop(started.id);
    await untilEnded(started);
  });

  it('end by themselves when their time is over', async () => {
    await portal.backend.portal.change(twelve.id, { ttl: '3s' });
    const { endReason } = await untilEnded(twelve);
    expect(endReason).toBe('expired');
    expect(await answersTo({ 'x-preview-key': 'pr-12' })).toEqual([STABLE]);
    expect(await ask(one)).toBe('200 feature-y');
  });

  it('leave production as it was', async () => {
    expect(await portal.world.ours(REPLICA_SETS)).toHaveLength(1);
    expect(await production(portal.world)).toEqual(before);
  });

  it('leave nothing behind when they are stopped', async () => {
    await portal.backend.portal.stop(one.id, 'looked at it');
    const { endReason } = await untilEnded(one);
    expect(endReason).toBe('stopped');
    const left = await Promise.all(
      KINDS_OF_A_PREVIEW.map(resource => portal.world.ours(resource)),
    );
    expect(left.flat()).toEqual([]);
    expect(await answersTo({ 'x-preview-key': 'pr-1' })).toEqual([STABLE]);
    expect(await production(portal.world)).toEqual(before);
  });
});
