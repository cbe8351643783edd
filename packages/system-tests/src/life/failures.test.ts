// SPDX-License-Identifier: Apache-2.0
import {
  CODES,
  type FailureCode,
  type PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { aBackend, type RunningBackend } from '../backend/aBackend';
import { aShop, type Shop } from '../backend/aShop';
import { PEOPLE } from '../backend/catalog';
import { emptyDatabase, ENGINES } from '../backend/product';
import { ask, askPreview } from '../backend/requests';
import {
  builders,
  DEPLOYMENTS,
  HTTP_ROUTES,
  JOBS,
  type Resource,
} from '../fixtures/product';
import { until } from '../fixtures/until';

jest.setTimeout(120_000);

type Service = Exclude<keyof typeof PEOPLE, 'admin'>;

interface Failing {
  service: Service;
  tag: string;
  code: FailureCode;
  /** What a piece of the evidence says, in the words of the cluster. */
  says: RegExp;
  /** Where in the timeline it ends; a crash may come before its start is seen. */
  step: RegExp;
}

const BY_IMAGE: Failing[] = [
  {
    service: 'checkout',
    tag: 'missing',
    code: 'ImagePullFailed',
    says: /shop\/checkout:missing.*not found/,
    step: /^pulled$/,
  },
  {
    service: 'checkout',
    tag: 'crash',
    code: 'CrashLoop',
    says: /fatal: password authentication failed/,
    step: /^(started|available)$/,
  },
  {
    service: 'checkout',
    tag: 'slow',
    code: 'ReadinessTimeout',
    says: /The preview is pulling image\.\nPod pv-slow-.*: Pending, 0 restarts\./,
    step: /^pulled$/,
  },
  {
    service: 'checkout',
    tag: 'unschedulable',
    code: 'Unschedulable',
    says: /nodes are available/,
    step: /^scheduled$/,
  },
];

describe.each(ENGINES)('a failure, on %s', engine => {
  let shop: Shop;
  let backend: RunningBackend;

  beforeAll(async () => {
    shop = await aShop();
    backend = await aBackend(await emptyDatabase(engine), shop, {
      lifecycle: { backstopGrace: '5s', readinessTimeout: '10s' },
    });
  });
  afterAll(async () => {
    await backend?.stop();
    await shop?.stop();
  });

  async function start(service: Service, tag: string, key = tag) {
    const { session } = await backend.as(PEOPLE[service]).start({
      entityRef: `component:default/${service}`,
      image: `shop/${service}:${tag}`,
      key,
    });
    return session.id;
  }

  /** As somebody with kubectl would. */
  function remove(resource: Resource, { metadata }: any) {
    const options = builders.buildDeleteOptions(metadata.uid);
    return shop.admin.remove(resource, metadata, options);
  }

  /** What a newcomer needs is all there, and the page can be read. */
  async function expectExplained(
    session: PreviewSession,
    { code, says }: Pick<Failing, 'code' | 'says'>,
  ) {
    expect(session.failure).toMatchObject({
      code,
      runbook: expect.stringMatching(`/runbooks/${code}$`),
    });
    const { message, hint, evidence } = session.failure!;
    expect(message).toMatch(/^[A-Z].+\.$/s);
    expect(hint).toMatch(/^[A-Z].+\.$/s);
    expect(CODES[code].kind).toBe('failure');
    expect(evidence.map(({ text }) => text).join('\n')).toMatch(says);
    const page = await fetch(session.failure!.runbook);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(code);
  }

  it.each(BY_IMAGE)('of an image ":$tag" is $code', async failing => {
    const id = await start(failing.service, failing.tag);
    const session = await backend.portal.untilPhase(id, 'failed');
    await expectExplained(session, failing);
    expect(
      session.steps.filter(({ status }) => status === 'failed'),
    ).toMatchObject([
      {
        name: expect.stringMatching(failing.step),
        message: session.failure!.message,
      },
    ]);
    expect(session).toMatchObject({ endedAt: null, readyAt: null });
    expect(Date.parse(session.keepUntil!)).toBeGreaterThan(
      Date.parse(session.createdAt),
    );
    const routes = (await shop.ours(HTTP_ROUTES)).filter(
      ({ metadata }) =>
        metadata.labels['preview-environments.io/session'] === id,
    );
    expect(routes).toEqual([]);
    const story = await backend.portal.story(id);
    expect(story.map(({ action }) => action)).toEqual([
      'session.started',
      'session.failed',
    ]);
    expect(story[1]).toMatchObject({ outcome: 'failed', code: failing.code });
  });

  it('of a second pod where the quota has room for one is QuotaExceeded', async () => {
    const juno = backend.as(PEOPLE.inventory);
    await juno.untilReady(await start('inventory', 'one'));
    const id = await start('inventory', 'two');
    const session = await juno.untilPhase(id, 'failed');
    await expectExplained(session, {
      code: 'QuotaExceeded',
      says: /exceeded quota: pods, requested: pods=1, used: pods=2, limited: pods=2/,
    });
  });

  it('of a right that is missing is Forbidden, and names it', async () => {
    const mika = backend.as(PEOPLE.storefront);
    const id = await start('storefront', 'feature-x');
    const session = await mika.untilPhase(id, 'failed');
    await expectExplained(session, {
      code: 'Forbidden',
      says: /cannot patch resource "httproutes"/,
    });
  });

  it('of an update leaves the old revision serving', async () => {
    const id = await start('checkout', 'good');
    const before = await backend.portal.untilReady(id);
    await backend.portal.change(id, { image: 'shop/checkout:missing' });
    const after = await until(
      'the failed update',
      () => backend.portal.getSession(id),
      ({ phase, conditions }) =>
        phase === 'ready' &&
        conditions.some(({ type }) => type === 'UpdateFailed'),
    );
    await expectExplained(after, BY_IMAGE[0]);
    expect(after).toMatchObject({
      phase: 'ready',
      revision: 2,
      servingRevision: 1,
    });
    expect(after.conditions[0].message).toBe(
      'Revision 2 (shop/checkout:missing) did not come up; revision 1 serves on.',
    );
    expect((await askPreview(before)).image).toBe('shop/checkout:good');
    await backend.portal.stop(id);
  });

  it('of somebody who deletes the root ends it, and says so', async () => {
    const id = await start('checkout', 'good', 'root-deleted');
    await backend.portal.untilReady(id);
    const root = (await shop.ours(JOBS)).find(
      ({ metadata }) =>
        metadata.labels['preview-environments.io/session'] === id,
    );
    await remove(JOBS, root);
    const session = await backend.portal.untilEnded(id);
    expect(session).toMatchObject({
      phase: 'stopped',
      endReason: 'deleted-in-cluster',
    });
    await expectExplained(session, {
      code: 'DeletedInCluster',
      says: new RegExp(root.metadata.uid),
    });
    const story = await backend.portal.story(id);
    expect(
      story.find(({ action }) => action === 'session.stopped'),
    ).toMatchObject({ via: 'cluster', actor: 'system' });
  });

  it('of a target that is deleted is TargetGone', async () => {
    const id = await start('checkout', 'good', 'target-gone');
    const ready = await backend.portal.untilReady(id);
    const target = await shop.admin.get(DEPLOYMENTS, 'shop', 'checkout');
    await remove(DEPLOYMENTS, target);
    const session = await backend.portal.untilPhase(id, 'failed');
    await expectExplained(session, {
      code: 'TargetGone',
      says: /deployment\/checkout/,
    });
    // Its route went at once: the key finds what everybody finds, no pod.
    const plain = await until(
      'the last pod of the target to go',
      () => ask(ready.access.url!),
      ({ status }) => status !== 200,
    );
    expect(await askPreview(ready)).toEqual(plain);
  });
});
