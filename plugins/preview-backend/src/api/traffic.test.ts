// SPDX-License-Identifier: Apache-2.0
import type {
  PreviewSession,
  TrafficInterval,
} from '@preview-environments/backstage-plugin-preview-common';
import { ANN, aPortal, BOB, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { faultsOf } from '../testUtils/matchesSchema';

jest.setTimeout(60_000);

const ENTITY = 'component:default/checkout';

describe.each(ENGINES)('what received traffic on %s', engine => {
  let portal: Portal;
  let first: PreviewSession;
  let second: PreviewSession;

  /** One preview that was updated and stopped, and one that still runs. */
  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine));
    const start = async (key: string, over: object = {}) => {
      const { body } = await portal.post(ANN, 'sessions', {
        entityRef: ENTITY,
        image: 'shop/checkout:x',
        key,
        ...over,
      });
      const path = `sessions/${body.session.id}`;
      const ready = await portal.get(ANN, `${path}/wait?for=ready`);
      return ready.body.session as PreviewSession;
    };
    first = await start('pr-1');
    await portal.patch(ANN, `sessions/${first.id}`, {
      image: 'shop/checkout:y',
    });
    await portal.get(ANN, `sessions/${first.id}/wait?for=ready`);
    await start('quiet', { traffic: { mode: 'none' } });
    await portal.post(ANN, `sessions/${first.id}/stop`);
    const over = await portal.get(ANN, `sessions/${first.id}/wait?for=stopped`);
    first = over.body.session;
    second = await start('pr-2');
  });
  afterAll(() => portal.stop());

  async function asked(query: string): Promise<TrafficInterval[]> {
    const { status, body } = await portal.get(
      BOB,
      `audit/traffic?entityRef=${ENTITY}&${query}`,
    );
    expect([status, faultsOf('TrafficPage', body)]).toEqual([200, []]);
    return body.items;
  }

  const allTime = 'from=2020-01-01&to=2090-01-01';

  it('lists every interval with filter, image, digest and people', async () => {
    const items = await asked(allTime);
    expect(items.map(({ key, revision }) => [key, revision])).toEqual([
      ['pr-1', 1],
      ['pr-1', 2],
      ['pr-2', 1],
    ]);
    expect(items[0]).toEqual({
      sessionId: first.id,
      key: 'pr-1',
      entityRef: ENTITY,
      ownerRef: 'group:default/team-shop',
      cluster: 'demo',
      namespace: 'shop',
      target: 'deployment/checkout',
      revision: 1,
      image: 'shop/checkout:x',
      imageDigest: 'sha256:shop/checkout:x',
      filter: { type: 'header', name: 'x-preview-key', value: 'pr-1' },
      from: expect.any(String),
      to: items[1].from,
      startedBy: ANN,
      claimedActor: null,
      imageBy: ANN,
    });
    expect(items[2].to).toBeNull();
  });

  it('answers for one moment, its edges included', async () => {
    const [one, two, three] = await asked(allTime);
    const names = async (at: string) =>
      (await asked(`at=${encodeURIComponent(at)}`)).map(
        ({ key, revision }) => `${key} ${revision}`,
      );
    const before = (text: string) =>
      new Date(Date.parse(text) - 1).toISOString();
    expect(await names(before(one.from))).toEqual([]);
    expect(await names(one.from)).toContain('pr-1 1');
    expect(await names(two.from)).toEqual(
      expect.arrayContaining(['pr-1 1', 'pr-1 2']),
    );
    expect(await names(two.to!)).toContain('pr-1 2');
    expect(await names('2090-01-01')).toEqual(['pr-2 1']);
    expect(three.sessionId).toBe(second.id);
  });

  it('pages by cursor', async () => {
    const keys: string[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: any } = await portal.get(
        BOB,
        `audit/traffic?entityRef=${ENTITY}&${allTime}&limit=1${
          cursor ? `&cursor=${cursor}` : ''
        }`,
      );
      keys.push(...body.items.map((each: TrafficInterval) => each.key));
      cursor = body.nextCursor;
    } while (cursor);
    expect(keys).toEqual(['pr-1', 'pr-1', 'pr-2']);
  });

  it.each([
    ['', 'at'],
    ['at=2030-01-01&from=2030-01-01', 'at'],
    ['from=2030-01-01', 'at'],
    ['at=noon', 'at'],
    ['from=2030-01-02&to=2030-01-01', 'to'],
    ['at=2030-01-01&cursor=abc', 'cursor'],
  ])('refuses "%s" by name', async (query, field) => {
    const { status, body } = await portal.get(
      BOB,
      `audit/traffic?entityRef=${ENTITY}&${query}`,
    );
    expect([status, body.error.field]).toEqual([400, field]);
  });
});
