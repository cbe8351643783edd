// SPDX-License-Identifier: Apache-2.0
import { mockCredentials } from '@backstage/backend-test-utils';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ask } from '../backend/requests';
import { aCommand, type PreviewCommand } from '../cli/aCommand';
import { ROOT } from '../tidy/sources';
import { documentedOutput } from './documentedOutput';
import { type StoryWorld, WORLDS } from './worlds';

jest.setTimeout(180_000);

const KEY = 'pr-7';
const guide = readFileSync(
  resolve(ROOT, 'docs/moving-from-mirrord.md'),
  'utf8',
);

describe.each(Object.keys(WORLDS))(
  'the story of mirrord’s documentation, with the driver %s',
  driver => {
    let world: StoryWorld;
    let preview: PreviewCommand;

    beforeAll(async () => {
      world = await WORLDS[driver]();
      preview = aCommand({
        PREVIEW_PORTAL: world.backend.portal.url,
        PREVIEW_TOKEN: mockCredentials.user.token(world.person),
        PREVIEW_ENTITY: `component:default/${world.service}`,
      });
      writeFileSync(
        join(preview.folder, 'mirrord.json'),
        JSON.stringify({
          target: {
            path: `deploy/${world.service}`,
            namespace: world.namespace,
          },
          feature: {
            network: { incoming: 'steal' },
            preview: { ttl_mins: 120, creation_timeout_secs: 100 },
          },
        }),
      );
    });

    afterAll(async () => {
      preview?.remove();
      await world?.stop();
    });

    it('starts, is listed, answers by its key alone, and stops', async () => {
      const image = `shop/${world.service}:${KEY}`;
      const stable = await ask(world.url);
      const started = await preview(
        ...['start', '-f', 'mirrord.json', '-i', image, '-k', KEY],
      );
      expect(started).toMatchObject({ code: 0, err: '' });
      expect(started.out).toContain(`\n  key: ${KEY}\n`);
      expect(started.out).toContain(`\n  namespace: ${world.namespace}\n`);

      const status = await preview('status');
      expect(status).toMatchObject({ code: 0, err: '' });
      expect(status.out).toMatch(
        new RegExp(`^${KEY} +deployment/${world.service} .* ready \\(`, 'm'),
      );

      const key = { 'x-preview-key': KEY };
      expect(await ask(world.url, key)).toMatchObject({ image });
      expect(await ask(world.url)).toEqual(stable);
      const longer = { 'x-preview-key': `${KEY}2` };
      expect(await ask(world.url, longer)).toEqual(stable);

      const stopped = await preview('stop', '--key', KEY);
      expect(stopped).toMatchObject({ code: 0, err: '' });
      expect(stopped.out).toContain('stopped 1 preview\n');
      const again = await preview('stop', '--key', KEY);
      expect(again).toMatchObject({ code: 0, err: '' });
      expect(again.out).toContain('nothing to stop');

      if (driver === 'kubernetes') {
        for (const { out } of [started, status, stopped, again]) {
          expect(guide).toContain(documentedOutput(out));
        }
      }
    });
  },
);
