// SPDX-License-Identifier: Apache-2.0
import type { TestServer } from '../fixtures/TestServer';
import { World } from '../fixtures/World';
import { CASES } from './cases';

interface Outcome {
  /** Cases that the server cannot show. */
  skipped: { case: string; needs: string[] }[];
}

/** A test per promise of the driver; answers what came of them, once they ran. */
export function contract(start: () => Promise<TestServer>): Outcome {
  let server: TestServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());

  const skipped: Outcome['skipped'] = [];
  it.each(CASES.map(each => [each.name, each] as const))(
    '%s',
    async (name, { needs, run, options }) => {
      const missing = needs.filter(need => !server.features.has(need));
      if (missing.length) {
        skipped.push({ case: name, needs: missing });
        return;
      }
      const world = await World.create(server, options);
      try {
        await run(world);
      } finally {
        await world.destroy();
      }
    },
  );

  return { skipped };
}
