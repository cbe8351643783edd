// SPDX-License-Identifier: Apache-2.0
import { PODS, REPLICA_SETS } from '../../fixtures/product';
import { aTarget, available, routed, started } from '../../fixtures/sessions';
import { until } from '../../fixtures/until';
import type { World } from '../../fixtures/World';
import type { ContractCase } from '../ContractCase';

const pods = (world: World, count: number) =>
  until(
    `${count} pods`,
    () => world.ours(PODS),
    found => found.length === count,
  );

export const SCALING: ContractCase[] = [
  {
    name: 'runs as many pods as wanted, more and fewer, on the same ReplicaSet',
    needs: [],
    async run(world) {
      await aTarget(world);
      const one = await routed(world);
      const [before] = await world.ours(REPLICA_SETS);

      const three = { ...one, replicas: 3 };
      const seen = await world.driver.observe(three);
      expect(seen.inSync).toBe(false);
      expect(seen.revisions[0]).toMatchObject({
        available: false,
        readyPods: 1,
        problem: null,
      });
      await world.settle(three, 'being in sync', ({ inSync }) => inSync);
      await pods(world, 3);
      await available(world, three);

      await world.settle(one, 'being in sync', ({ inSync }) => inSync);
      await pods(world, 1);
      const [after] = await world.ours(REPLICA_SETS);
      expect(after.metadata.uid).toBe(before.metadata.uid);
      expect(after.spec.template).toEqual(before.spec.template);
      expect(after.metadata.ownerReferences).toEqual(
        before.metadata.ownerReferences,
      );
    },
  },
  {
    name: 'is not available without pods, and gets back those that somebody took',
    needs: [],
    async run(world) {
      await aTarget(world);
      const intent = await started(world);
      await available(world, intent);
      const [{ metadata }] = await world.ours(REPLICA_SETS);
      await world.deeds.change(REPLICA_SETS, metadata.name, replicaSet => {
        replicaSet.spec.replicas = 0;
      });
      await pods(world, 0);
      await until(
        'the driver knowing it',
        () => world.driver.observe(intent),
        ({ inSync, revisions }) => !inSync && !revisions[0].available,
      );
      await world.settle(intent, 'being in sync', ({ inSync }) => inSync);
      await pods(world, 1);
      await available(world, intent);
    },
  },
];
