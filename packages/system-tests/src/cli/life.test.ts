// SPDX-License-Identifier: Apache-2.0
import { mockCredentials } from '@backstage/backend-test-utils';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aBackend, type RunningBackend } from '../backend/aBackend';
import { aShop, type Shop } from '../backend/aShop';
import { PEOPLE } from '../backend/catalog';
import { emptyDatabase } from '../backend/product';
import { ask } from '../backend/requests';
import { aCommand, type PreviewCommand } from './aCommand';

jest.setTimeout(180_000);

const STABLE = 'shop/checkout:1.8.3';
const ENTITY = 'component:default/checkout';

let shop: Shop;
let backend: RunningBackend;
let preview: PreviewCommand;

const requests = async (key: string) => {
  const url = `${shop.gateway.url}/checkout`;
  const [withKey, without] = await Promise.all([
    ask(url, { 'x-preview-key': key }),
    ask(url),
  ]);
  return [withKey.image, without.image];
};

beforeAll(async () => {
  shop = await aShop();
  backend = await aBackend(await emptyDatabase('SQLITE_3'), shop, {
    lifecycle: { backstopGrace: '5s', readinessTimeout: '10s' },
  });
  preview = aCommand({
    PREVIEW_PORTAL: backend.portal.url,
    PREVIEW_TOKEN: mockCredentials.user.token(PEOPLE.checkout),
    PREVIEW_ENTITY: ENTITY,
  });
});

afterAll(async () => {
  preview?.remove();
  await backend?.stop();
  await shop?.stop();
});

it('takes a preview through its whole life, for people', async () => {
  writeFileSync(
    join(preview.folder, 'mirrord.json'),
    `{
      // as a team that comes from mirrord has it
      "target": { "path": "deploy/checkout", "namespace": "{{ get_env(name="TEAM_NAMESPACE", default="shop") }}" },
      "agent": { "ttl": 30 },
      "feature": {
        "fs": "read",
        "preview": { "image": "shop/checkout:old", "ttl_mins": 120 },
        "network": { "incoming": { "mode": "steal", "http_filter": { "header_filter": "^x-preview-key: {{ key }}$" } } }
      }
    }`,
  );
  const started = await preview(
    ...[
      'start',
      '-f',
      'mirrord.json',
      '-i',
      'shop/checkout:pr-7',
      '-k',
      'pr-7',
    ],
  );
  expect(started.err).toBe(
    '! These fields do not apply to previews: agent, feature.fs\n',
  );
  expect(started.code).toBe(0);
  const lines = started.out.split('\n');
  expect(lines.slice(0, 2)).toEqual(['✓ preview is starting', '  key: pr-7']);
  expect(lines).toEqual(
    expect.arrayContaining([
      '  ✓ image pulled',
      '  ✓ routed',
      '  ✓ verified',
      '✓ preview is ready',
      '  namespace: shop',
      '  target: deployment/checkout',
      '  header: x-preview-key: pr-7',
      `  url: ${shop.gateway.url}/checkout`,
      expect.stringMatching(/^ {2}pod: pv-/),
      expect.stringMatching(/^ {2}expires: .*\(in 2 hours\)$/),
      expect.stringMatching(/^ {2}curl .*x-preview-key: pr-7/),
    ]),
  );
  expect(await requests('pr-7')).toEqual(['shop/checkout:pr-7', STABLE]);

  const status = await preview('status', '-k', 'pr-7');
  expect(status).toMatchObject({ code: 0, err: '' });
  expect(status.out).toMatch(
    /^KEY {3}TARGET .*\npr-7 {2}deployment\/checkout {2}shop .* ready \(.* left\) .*shop\/checkout:pr-7/,
  );

  const updated = await preview(
    ...['update', '-k', 'pr-7', '-i', 'shop/checkout:pr-7-2'],
  );
  expect(updated).toMatchObject({ code: 0, err: '' });
  expect(updated.out).toContain('✓ preview is ready');
  expect(await requests('pr-7')).toEqual(['shop/checkout:pr-7-2', STABLE]);

  const extended = await preview('extend', '-k', 'pr-7', '--by', '1h');
  expect(extended).toMatchObject({ code: 0, err: '' });
  expect(extended.out).toMatch(/\(in (3 hours|2 hours, 59 minutes)\)/);

  const verified = await preview('verify', '-k', 'pr-7');
  expect(verified).toMatchObject({ code: 0, err: '' });
  expect(verified.out).toContain('✓ verified');

  const logs = await preview('logs', '-k', 'pr-7', '--tail', '5');
  expect(logs).toMatchObject({ code: 0, err: '' });
  expect(logs.out.trim()).not.toBe('');

  const waited = await preview('wait', '-k', 'pr-7');
  expect(waited).toMatchObject({ code: 0, err: '' });

  const page = await preview('open', '-k', 'pr-7');
  expect(page.out).toMatch(/^http:.*\/previews\/sessions\/[-0-9a-f]+\n$/);

  const stopped = await preview('stop', '--key', 'pr-7');
  expect(stopped).toMatchObject({ code: 0, err: '' });
  expect(stopped.out).toContain('✓ stopped 1 preview\n');
  const [{ id }] = (await backend.portal.listSessions({ key: 'pr-7' })).items;
  const gone = await preview('wait', '--id', id, '--for', 'stopped');
  expect(gone).toMatchObject({ code: 0, err: '' });
  expect(await requests('pr-7')).toEqual([STABLE, STABLE]);

  const again = await preview('stop', '--key', 'pr-7');
  expect(again).toEqual(
    expect.objectContaining({ code: 0, err: '', out: '✓ nothing to stop\n' }),
  );
});

it('tells programs the same, an event a line', async () => {
  const start = ['start', '-t', 'deployment/checkout', '-n', 'shop'];
  const started = await preview(
    ...[...start, '-i', 'shop/checkout:pr-8', '-k', 'PR 8', '-o', 'json'],
  );
  expect(started).toMatchObject({ code: 0, err: '' });
  const events = started.events();
  expect(events[0]).toMatchObject({ type: 'warning' });
  expect(events[1]).toMatchObject({ type: 'accepted', outcome: 'created' });
  expect(events.at(-1)).toMatchObject({
    type: 'ready',
    session: { key: 'pr-8', phase: 'ready', via: 'cli' },
  });
  const steps = events.filter(({ type }) => type === 'step');
  expect(steps.map(({ step }) => step.name)).toContain('verified');

  const same = await preview(
    ...[...start, '-i', 'shop/checkout:pr-8', '-k', 'pr-8', '-o', 'json'],
  );
  expect(same.events()[0]).toMatchObject({ outcome: 'unchanged' });

  const elsewhere = await preview(
    ...['stop', '-k', 'pr-8', '-n', 'elsewhere', '-o', 'json'],
  );
  expect(elsewhere.events()).toEqual([
    { type: 'stopped', count: 0, skipped: 0, dryRun: false },
  ]);
  const stopped = await preview(
    ...['stop', '-k', 'pr-8', '-n', 'shop', '-o', 'json'],
  );
  expect(stopped.code).toBe(0);
  expect(stopped.events().at(-1)).toEqual({
    type: 'stopped',
    count: 1,
    skipped: 0,
    dryRun: false,
  });
});

it('says why a start failed', async () => {
  const start = ['start', '-t', 'deploy/checkout', '-n', 'shop'];
  const failed = await preview(
    ...[...start, '-i', 'shop/checkout:missing', '-k', 'gone'],
  );
  expect(failed.code).toBe(1);
  expect(failed.out).toMatch(/✗ image pulled/);
  expect(failed.out).toContain('code: ImagePullFailed');
  const other = await preview(...[...start, '-i', 'elsewhere/x:1', '-k', 'x']);
  expect(other).toMatchObject({ code: 4, out: '' });
  expect(other.err).toMatch(/^✗ .*\n {2}\S/);
  const slow = await preview(
    ...[...start, '-i', 'shop/checkout:slow', '-k', 'slow', '--timeout', '1s'],
  );
  expect(slow.code).toBe(7);
  expect(slow.err).toContain('preview wait -k slow');
  const both = await preview('stop', '-k', 'slow', '--dry-run');
  expect(both.out).toBe('would stop 1 preview\n');
});

it('says that the image before serves where an update failed', async () => {
  const start = ['start', '-t', 'deploy/checkout', '-n', 'shop', '-k', 'pr-9'];
  const first = await preview(...start, '-i', 'shop/checkout:pr-9');
  expect(first.code).toBe(0);
  const update = await preview(
    ...['update', '-k', 'pr-9', '-i', 'shop/checkout:missing'],
  );
  expect(update.code).toBe(1);
  expect(update.out).toContain('The image before goes on serving.');
  expect(await requests('pr-9')).toEqual(['shop/checkout:pr-9', STABLE]);
});

it('does not let automation start what a person stopped', async () => {
  const start = ['start', '-t', 'deploy/checkout', '-n', 'shop', '-k', 'pr-10'];
  const image = ['-i', 'shop/checkout:pr-10'];
  expect(await preview(...start, ...image)).toMatchObject({ code: 0 });
  expect(await preview('stop', '-k', 'pr-10')).toMatchObject({ code: 0 });
  const action = preview.with({ PREVIEW_CLIENT: 'action' });
  const kept = await action(...start, ...image);
  expect(kept.code).toBe(8);
  expect(kept.out).toMatch(/stopped by user:default\/robin at /);
  const resumed = await action(...start, ...image, '--resume');
  expect(resumed).toMatchObject({ code: 0, err: '' });
});

it.each<[string, number, Record<string, string>, RegExp]>([
  ['no token', 5, { PREVIEW_TOKEN: '' }, /There is no token for/],
  ['a wrong token', 5, { PREVIEW_TOKEN: 'wrong' }, /✗ /],
  ['no portal', 2, { PREVIEW_PORTAL: '' }, /No portal is named/],
  [
    'a portal that is away',
    6,
    { PREVIEW_PORTAL: 'http://localhost:1' },
    /does not answer/,
  ],
])('ends with its own code for %s', async (_, code, env, message) => {
  const call = await preview.with(env)('status');
  expect(call).toMatchObject({ code, out: '' });
  expect(call.err).toMatch(message);
  expect(call.err).not.toMatch(/\n {4}at /);
});
