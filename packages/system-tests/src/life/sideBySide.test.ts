// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { aBackend, type RunningBackend } from '../backend/aBackend';
import { aShop, type Shop } from '../backend/aShop';
import { emptyDatabase, ENGINES } from '../backend/product';
import { type Answer, ask, askPreview, flow } from '../backend/requests';
import { REPLICA_SETS } from '../fixtures/product';
import { until } from '../fixtures/until';

jest.setTimeout(120_000);

const STABLE = 'shop/checkout:1.8.3';
const REQUESTS = 200;

const wish = (key: string) => ({
  entityRef: 'component:default/checkout',
  image: `shop/checkout:${key}`,
  key,
});

const imagesOf = (answers: Answer[]) => [
  ...new Set(
    answers.map(({ status, image, text }) => image ?? `${status}: ${text}`),
  ),
];

describe.each(ENGINES)('previews of one service, on %s', engine => {
  let shop: Shop;
  let backend: RunningBackend;
  let sessions: PreviewSession[];

  beforeAll(async () => {
    shop = await aShop();
    backend = await aBackend(await emptyDatabase(engine), shop);
    const started = await Promise.all(
      ['pr-1', 'pr-12', 'pr-123'].map(key => backend.portal.start(wish(key))),
    );
    sessions = await Promise.all(
      started.map(({ session }) => backend.portal.untilReady(session.id)),
    );
  });
  afterAll(async () => {
    await backend?.stop();
    await shop?.stop();
  });

  it('answer requests with their own key, and no others', async () => {
    for (const session of sessions) {
      const answers = await Promise.all(
        Array.from({ length: REQUESTS }, () => askPreview(session)),
      );
      expect(imagesOf(answers)).toEqual([session.image]);
    }
  });

  it.each([
    ['no key', {}],
    ['a key that is the beginning of one', { 'x-preview-key': 'pr-' }],
    ['a key that begins as one', { 'x-preview-key': 'pr-1234' }],
    ['a key in other letters', { 'x-preview-key': 'PR-1' }],
    ['an empty key', { 'x-preview-key': '' }],
    ['a key in another header', { 'x-preview': 'pr-1' }],
  ])('leave requests with %s alone', async (_, headers) => {
    const { url } = sessions[0].access;
    const answers = await Promise.all(
      Array.from({ length: REQUESTS }, () =>
        ask(url!, headers as Record<string, string>),
      ),
    );
    expect(imagesOf(answers)).toEqual([STABLE]);
  });

  it('fail no request while one is updated', async () => {
    const [updated, other] = sessions;
    const image = 'shop/checkout:second';
    const flows = {
      updated: flow(() => askPreview(updated)),
      other: flow(() => askPreview(other)),
      stable: flow(() => ask(updated.access.url!)),
    };
    await backend.portal.change(updated.id, { image });
    await until(
      'the second revision alone',
      async () => ({
        session: await backend.portal.getSession(updated.id),
        left: (
          await shop.ours(REPLICA_SETS)
        ).filter(
          ({ metadata }) =>
            metadata.labels['preview-environments.io/session'] === updated.id,
        ).length,
      }),
      ({ session, left }) =>
        session.phase === 'ready' && session.revision === 2 && left === 1,
    );
    // The old pod is gone: what is asked from now on finds the new one only.
    const seen = flows.updated.count();
    await until('more answers', async () => flows.updated.count() > seen + 50);
    const answers = await flows.updated.end();
    expect(imagesOf(answers).sort()).toEqual([updated.image, image].sort());
    expect(imagesOf(answers.slice(seen + 1))).toEqual([image]);
    expect(imagesOf(await flows.other.end())).toEqual([other.image]);
    expect(imagesOf(await flows.stable.end())).toEqual([STABLE]);
  });

  it('leave nothing behind when they are stopped', async () => {
    await Promise.all(
      sessions.map(({ id }) => backend.portal.stop(id, 'looked at it')),
    );
    const ended = await Promise.all(
      sessions.map(({ id }) => backend.portal.untilEnded(id)),
    );
    expect(ended.map(({ phase, endReason }) => [phase, endReason])).toEqual(
      ended.map(() => ['stopped', 'stopped']),
    );
    expect(await shop.allOurs()).toEqual([]);
    for (const session of sessions) {
      expect((await askPreview(session)).image).toBe(STABLE);
    }
  });
});
