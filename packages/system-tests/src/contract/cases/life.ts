// SPDX-License-Identifier: Apache-2.0
import {
  aDeployment,
  aRoute,
  aService,
} from '../../fixtures/manifests';
import {
  HTTP_ROUTES,
  JOBS,
  PODS,
  REPLICA_SETS,
  SERVICES,
} from '../../fixtures/product';
import { makeReady } from '../../fixtures/pods';
import { until } from '../../fixtures/until';
import type { ContractCase } from '../ContractCase';

export const LIFE: ContractCase[] = [
  {
    name: 'a whole life: made, routed, removed, with nothing left behind',
    needs: [],
    async run(world) {
      await world.create(aDeployment());
      await world.create(aService());
      await world.create(aRoute());
      const intent = world.intent();
      const first = await world.driver.apply(intent);
      expect(first).toMatchObject({
        exists: true,
        terminating: false,
        problem: null,
        route: { state: 'detached' },
        targetExists: true,
      });
      const started = { ...intent, handle: first.handle };
      await world.settle(started, 'being in sync', seen => seen.inSync);
      await makeReady(world);
      const ready = await world.settle(
        started,
        'an available revision',
        seen => seen.revisions[0].available,
      );
      expect(ready.revisions[0].steps.available).not.toBeNull();

      const routed = { ...started, routed: true };
      await world.driver.apply(routed);
      await world.settle(
        routed,
        'an attached route',
        seen => seen.route.state === 'attached',
      );
      expect(await world.driver.remove(routed)).toBe('accepted');
      await until('nothing of ours left', async () =>
        Promise.all(
          [JOBS, REPLICA_SETS, SERVICES, HTTP_ROUTES, PODS].map(resource =>
            world.ours(resource),
          ),
        ).then(found => found.flat().length === 0),
      );
      await until(
        'the driver knowing it',
        () => world.driver.observe(routed),
        seen => !seen.exists && !seen.leftovers,
      );
      expect(await world.driver.remove(routed)).toBe('gone');
    },
  },
];
