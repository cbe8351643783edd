// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aShop, type Shop } from '../backend/aShop';
import { ChildBackend } from '../backend/ChildBackend';
import { previewConfig } from '../backend/previewConfig';
import { ENGINES } from '../backend/product';
import { wholeDatabase, type WholeDatabase } from '../backend/wholeDatabase';
import { writesOf } from '../backend/writesOf';
import { until } from '../fixtures/until';

jest.setTimeout(600_000);

const TTL = 5_000;
const GRACE = 5_000;
/** Clusters count whole seconds. */
const ROUNDING = 2_000;

describe.each(ENGINES)('a portal that is gone, on %s', engine => {
  let folder: string;
  let shop: Shop;
  let database: WholeDatabase;
  let backend: ChildBackend;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'preview-backstop-'));
    shop = await aShop();
    database = await wholeDatabase(engine, folder);
    backend = await ChildBackend.create({
      name: 'portal',
      folder,
      database: database.config('portal'),
      preview: previewConfig(shop),
    });
    await backend.start();
  });
  afterAll(async () => {
    await backend?.kill();
    await database?.drop();
    await shop?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('does not keep the cluster from ending a preview, which is told afterwards', async () => {
    const before = backend.as('engineer');
    const { session } = await before.start({
      entityRef: 'component:default/checkout',
      image: 'shop/checkout:feature-x',
      key: 'pr-1',
    });
    await before.untilReady(session.id);
    const { expiresAt } = await before.change(session.id, { ttl: `${TTL}ms` });
    await until(
      'the moved deadline in the cluster',
      () => before.getSession(session.id),
      ({ backstop }) =>
        backstop.state === 'set' &&
        Date.parse(backstop.at!) - Date.parse(expiresAt!) <= GRACE + ROUNDING,
    );
    await backend.kill();
    // What it sent last may still be on its way into the cluster.
    await until(
      'the end of its connections',
      async () => !Object.keys(shop.watches()).length,
    );

    const requests = shop.requests();
    await until('an empty cluster', async () => !(await shop.allOurs()).length);
    expect(shop.requests()).toEqual(requests);

    await backend.start();
    const after = backend.as('engineer');
    const ended = await after.untilEnded(session.id);
    expect(ended).toMatchObject({ phase: 'stopped', endReason: 'expired' });
    const story = await backend.as('auditor').story(session.id);
    expect(story.map(({ action, via }) => [action, via])).toEqual([
      ['session.started', 'api'],
      ['route.attached', 'sweep'],
      ['session.ready', 'sweep'],
      ['session.extended', 'api'],
      ['route.detached', 'sweep'],
      ['session.expired', 'cluster'],
      ['session.ended', 'sweep'],
    ]);
    expect(story[5]).toMatchObject({
      actor: 'system',
      reason: 'The cluster removed the preview at its deadline.',
    });
    // Nothing was left for it to delete.
    const writes = Object.keys(writesOf(requests, shop.requests()));
    expect(writes.filter(name => name.startsWith('delete'))).toEqual([]);
  });
});
