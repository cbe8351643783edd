// SPDX-License-Identifier: Apache-2.0
import { demoServer } from '../fixtures/demoServer';
import { realServer } from '../fixtures/realServer';
import type { TestServer } from '../fixtures/TestServer';
import { World, type WorldOptions } from '../fixtures/World';
import { ADOPTION } from './adoption';
import { DELETION } from './deletion';
import { HEADERLESS } from './headerless';
import type { Protection } from './Protection';
import { UNCHANGED } from './unchanged';

jest.setTimeout(300_000);

const PROTECTIONS: Protection[] = [UNCHANGED, HEADERLESS, ADOPTION, DELETION];

function harm(start: () => Promise<TestServer>, expected: number) {
  let server: TestServer;
  let failedTwins = 0;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());

  const run = async (protection: Protection, options: WorldOptions = {}) => {
    const world = await World.create(server, options);
    try {
      await protection.prove(world);
    } finally {
      await world.destroy();
    }
  };
  const shown = ({ needs }: Protection) =>
    needs.every(need => server.features.has(need));

  describe.each(PROTECTIONS.map(each => [each.name, each] as const))(
    '%s',
    (_, protection) => {
      it('holds', async () => {
        if (shown(protection)) {
          await run(protection);
        }
      });

      it(`is lost with: ${protection.twin.name}`, async () => {
        if (shown(protection)) {
          const { builders, harm: pattern } = protection.twin;
          await expect(run(protection, { builders })).rejects.toThrow(pattern);
          failedTwins += 1;
        }
      });
    },
  );

  it(`${expected} twins were run, and all of them failed`, () => {
    expect(failedTwins).toBe(expected);
  });
}

describe('production on the demo cluster', () => {
  harm(demoServer, 4);
});

describe('production on a real API server', () => {
  const file = process.env.PREVIEW_TEST_KUBECONFIG;
  if (!file) {
    it.todo('needs PREVIEW_TEST_KUBECONFIG');
    return;
  }
  // Nothing runs pods there, so no requests can be sent.
  harm(() => realServer(file), 3);
});
