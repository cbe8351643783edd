// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import { isPreviewError } from '@preview-environments/backstage-plugin-preview-common';
import { MirrordDriver } from './MirrordDriver';
import { anIntent, NOW } from './testUtils/objects';

/** Nothing listens on this port. */
const NOWHERE = 'http://127.0.0.1:1';

const driver = new MirrordDriver({
  clusters: [
    {
      name: 'staging',
      access: { type: 'url', url: NOWHERE, caFile: null, tokenFile: null },
      namespaces: ['shop'],
      driver: 'mirrord',
      gateway: {
        url: null,
        probePath: null,
        controllers: {},
        parents: [],
        allowUnprobed: false,
      },
    },
  ],
  clock: { now: () => NOW, setTimer: () => () => {} },
  random: () => 0,
  logger: mockServices.logger.mock(),
  ceiling: 0,
});

describe('an API server that is away', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['apply', () => driver.apply(anIntent())],
    ['observe', () => driver.observe(anIntent())],
    ['remove', () => driver.remove(anIntent())],
    ['capabilities', () => driver.capabilities('staging')],
    ['list', () => driver.list('staging')],
  ])('is no answer to %s, so that it is asked again', async (_, call) => {
    const error = await call().catch(caught => caught);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect(isPreviewError(error)).toBe(false);
  });

  it('is told by preflight', async () => {
    const { checks } = await driver.preflight(anIntent());
    expect(checks.slice(0, 2)).toMatchObject([
      { name: 'operator', status: 'not-checked' },
      { name: 'target', status: 'not-checked' },
    ]);
  });
});
