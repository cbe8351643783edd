// SPDX-License-Identifier: Apache-2.0
import { builders, JOBS } from '../fixtures/product';
import { aTarget, everythingOfOurs, routed } from '../fixtures/sessions';
import { until } from '../fixtures/until';
import type { Protection } from './Protection';

export const DELETION: Protection = {
  name: 'one delete of the root takes everything with it',
  async prove(world) {
    await aTarget(world);
    const intent = await routed(world);
    await world.driver.remove(intent);
    await until(
      'no root',
      () => world.ours(JOBS),
      roots => roots.length === 0,
    );
    const left = await until(
      'an end',
      () => everythingOfOurs(world),
      // Whatever has lost its owner will never be collected.
      found =>
        found.length === 0 ||
        found.some(each => !each.metadata.ownerReferences?.length),
    );
    const names = left.map(({ metadata }) => `left behind: ${metadata.name}`);
    expect(names).toEqual([]);
  },
  twin: {
    name: 'delete without propagation',
    harm: /left behind/,
    builders: {
      buildDeleteOptions(uid) {
        const { propagationPolicy: _, ...options } =
          builders.buildDeleteOptions(uid);
        return options as ReturnType<typeof builders.buildDeleteOptions>;
      },
    },
  },
};
