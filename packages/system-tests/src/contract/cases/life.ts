// SPDX-License-Identifier: Apache-2.0
import {
  HTTP_ROUTES,
  JOBS,
  PODS,
  REPLICA_SETS,
  SERVICES,
} from '../../fixtures/product';
import {
  aTarget,
  available,
  everythingOfOurs,
  nothingLeft,
  routed,
  started,
  unattended,
} from '../../fixtures/sessions';
import { until } from '../../fixtures/until';
import type { ContractCase } from '../ContractCase';

const versions = (objects: any[]) =>
  objects.map(({ kind, metadata }) => [
    kind,
    metadata.name,
    metadata.resourceVersion,
  ]);

export const LIFE: ContractCase[] = [
  {
    name: 'makes a session, routes it, removes it, and leaves nothing behind',
    needs: [],
    async run(world) {
      await aTarget(world);
      const intent = await routed(world);
      expect(await world.driver.remove(intent)).toBe('accepted');
      await nothingLeft(world);
      await until(
        'the driver knowing it',
        () => world.driver.observe(intent),
        seen => !seen.exists && !seen.leftovers,
      );
      expect(await world.driver.remove(intent)).toBe('gone');
    },
  },
  {
    name: 'does the same without watches',
    needs: [],
    options: { watched: false },
    async run(world) {
      await aTarget(world);
      const intent = await routed(world);
      expect(await world.driver.remove(intent)).toBe('accepted');
      await nothingLeft(world);
    },
  },
  {
    name: 'makes everything its root owns, under control and without blocking',
    needs: [],
    async run(world) {
      await aTarget(world);
      await routed(world);
      const [root] = await world.ours(JOBS);
      for (const resource of [REPLICA_SETS, SERVICES, HTTP_ROUTES]) {
        for (const { metadata } of await world.ours(resource)) {
          expect(metadata.ownerReferences).toEqual([
            {
              apiVersion: 'batch/v1',
              kind: 'Job',
              name: root.metadata.name,
              uid: root.metadata.uid,
              controller: true,
            },
          ]);
        }
      }
    },
  },
  {
    name: 'writes nothing when everything is in place',
    needs: [],
    async run(world) {
      await aTarget(world, ...unattended(world));
      const intent = await routed(world);
      await until('the ReplicaSet knowing its pod', async () => {
        const [{ status }] = await world.ours(REPLICA_SETS);
        return status?.readyReplicas === 1;
      });
      const before = versions(await everythingOfOurs(world));
      expect((await world.driver.apply(intent)).inSync).toBe(true);
      expect(versions(await everythingOfOurs(world))).toEqual(before);
    },
  },
  {
    name: 'takes up what an interrupted start left',
    needs: [],
    async run(world) {
      await aTarget(world);
      const intent = await started(world);
      const [root] = await world.ours(JOBS);
      await world.remove(SERVICES);
      await until('a new Service', async () => {
        const again = await world.driver.apply({ ...intent, handle: null });
        expect(again.handle).toBe(root.metadata.uid);
        return (await world.ours(SERVICES)).length === 1;
      });
    },
  },
  {
    name: 'never makes a root anew under the same handle',
    needs: [],
    async run(world) {
      await aTarget(world);
      const intent = await started(world);
      await world.remove(JOBS);
      await nothingLeft(world);
      expect(await world.driver.apply(intent)).toMatchObject({
        exists: false,
        problem: null,
      });
      expect(await everythingOfOurs(world)).toEqual([]);
    },
  },
  {
    name: 'moves the deadline of the cluster with the session, on the same root',
    needs: [],
    async run(world) {
      await aTarget(world);
      const intent = await started(world);
      const [before] = await world.ours(JOBS);
      const later = {
        ...intent,
        expiresAt: null,
        backstopAt: intent.backstopAt + 7_200_000,
      };
      await world.driver.apply(later);
      const [after] = await world.ours(JOBS);
      expect(after.metadata.uid).toBe(before.metadata.uid);
      expect(
        after.metadata.annotations['preview-environments.io/deadline'],
      ).toBe('none');
      const moved =
        after.spec.activeDeadlineSeconds - before.spec.activeDeadlineSeconds;
      expect(Math.abs(moved - 7200)).toBeLessThanOrEqual(2);
    },
  },
  {
    name: 'says which deadline the cluster keeps',
    needs: ['job-deadline'],
    async run(world) {
      await aTarget(world);
      const intent = await started(world);
      const { backstop } = await world.settle(
        intent,
        'a deadline that is set',
        seen => seen.inSync && seen.backstop.state === 'set',
      );
      expect(backstop.at! - intent.backstopAt).toBeGreaterThanOrEqual(0);
      expect(backstop.at! - intent.backstopAt).toBeLessThanOrEqual(2_000);
    },
  },
  {
    name: 'is removed by the cluster itself at its deadline',
    needs: ['job-deadline'],
    async run(world) {
      await aTarget(world);
      const intent = await started(world);
      const now = Date.now();
      const due = { expiresAt: now + 1_000, backstopAt: now + 2_000 };
      await world.driver.apply({ ...intent, ...due });
      await nothingLeft(world);
      const seen = await world.driver.apply(intent);
      expect(seen.exists).toBe(false);
      expect(Date.now()).toBeGreaterThanOrEqual(due.backstopAt);
    },
  },
  {
    name: 'updates in place: the old revision serves until the new one is ready',
    needs: [],
    async run(world) {
      await aTarget(world);
      const first = await routed(world);
      const second = { number: 2, image: 'shop/checkout:feature-y' };
      const both = { ...first, revisions: [...first.revisions, second] };
      expect((await world.driver.apply(both)).serving).toBe(1);
      await available(world, both);
      const moved = await world.driver.apply({ ...both, serving: 2 });
      expect(moved.serving).toBe(2);
      const done = { ...both, revisions: [second], serving: 2 };
      await world.settle(done, 'being in sync', seen => seen.inSync);
      await until(
        'only the new revision',
        () => world.ours(PODS),
        pods => pods.length === 1,
      );
      const [pod] = await world.ours(PODS);
      expect(pod.spec.containers[0].image).toBe(second.image);
    },
  },
  {
    name: 'keeps the pods of a failed session for those who look, without a route',
    needs: [],
    async run(world) {
      await aTarget(world);
      const intent = await routed(world);
      await world.driver.remove(intent, { keepPods: true });
      await until(
        'no route',
        () => world.ours(HTTP_ROUTES),
        found => found.length === 0,
      );
      expect(await world.ours(PODS)).toHaveLength(1);
      expect(
        (await world.driver.observe({ ...intent, routed: false })).exists,
      ).toBe(true);
    },
  },
  {
    name: 'finds and removes what lost its root without being collected',
    needs: [],
    async run(world) {
      await aTarget(world);
      const intent = await routed(world);
      await world.removeRootOnly();
      const [found] = await until(
        'orphans',
        () => world.driver.list(world.cluster),
        sessions =>
          sessions.some(each => each.ownerless && each.handle === null),
      );
      expect(found.sessionId).toBe(intent.sessionId);
      await until('an end', async () => {
        await world.driver.remove(intent);
        return (await everythingOfOurs(world)).length === 0;
      });
    },
  },
  {
    name: 'keeps sessions of one service apart',
    needs: [],
    async run(world) {
      await aTarget(world);
      const one = await routed(world, { key: 'pr-1' });
      const two = await routed(world, { key: 'pr-12' });
      const list = await world.driver.list(world.cluster);
      expect(list.map(({ key, ownerless }) => [key, ownerless]).sort()).toEqual(
        [
          ['pr-1', false],
          ['pr-12', false],
        ],
      );
      await world.driver.remove(one);
      await until(
        'one left',
        () => world.ours(JOBS),
        jobs => jobs.length === 1,
      );
      expect(await world.driver.observe(two)).toMatchObject({
        exists: true,
        route: { state: 'attached' },
      });
    },
  },
];
