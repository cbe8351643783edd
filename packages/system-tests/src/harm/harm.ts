// SPDX-License-Identifier: Apache-2.0
import type { Builders } from '../fixtures/product';
import type { TestServer } from '../fixtures/TestServer';
import { World } from '../fixtures/World';
import type { Protection } from './Protection';

/** Every protection holds, and is lost with its twin. */
export function harm(
  start: () => Promise<TestServer>,
  protections: Protection[],
) {
  let server: TestServer;
  let failedTwins = 0;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());

  const run = async (protection: Protection, builders?: Partial<Builders>) => {
    const world = await World.create(server, {
      ...protection.options,
      builders,
    });
    try {
      await protection.prove(world);
    } finally {
      await world.destroy();
    }
  };

  describe.each(protections.map(each => [each.name, each] as const))(
    '%s',
    (_, protection) => {
      it('holds', () => run(protection));

      it(`is lost with: ${protection.twin.name}`, async () => {
        const { builders, harm: pattern } = protection.twin;
        await expect(run(protection, builders)).rejects.toThrow(pattern);
        failedTwins += 1;
      });
    },
  );

  it(`${protections.length} twins were run, and all of them failed`, () => {
    expect(failedTwins).toBe(protections.length);
  });
}
