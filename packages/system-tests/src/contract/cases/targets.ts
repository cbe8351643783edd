// SPDX-License-Identifier: Apache-2.0
import type { TargetRef } from '@preview-environments/backstage-plugin-preview-common';
import { aDeployment, ENTITY, withContainer } from '../../fixtures/manifests';
import { DEPLOYMENTS, PODS, REPLICA_SETS } from '../../fixtures/product';
import { started } from '../../fixtures/sessions';
import { until } from '../../fixtures/until';
import type { World } from '../../fixtures/World';
import type { ContractCase } from '../ContractCase';

const resolve = (world: World, target: TargetRef) =>
  world.driver.resolve({
    cluster: world.cluster,
    namespace: world.namespace,
    target,
  });

export const TARGETS: ContractCase[] = [
  {
    name: 'reads of a workload what policy needs to know',
    needs: [],
    async run(world) {
      await world.create(
        aDeployment(
          withContainer({
            env: [
              {
                name: 'TOKEN',
                valueFrom: { secretKeyRef: { name: 'payments', key: 'token' } },
              },
            ],
          }),
          object =>
            object.spec.template.spec.containers.push({
              name: 'proxy',
              image: 'proxy:1',
            }),
        ),
      );
      const facts = await resolve(world, {
        kind: 'deployment',
        name: 'checkout',
        container: 'proxy',
      });
      expect(facts).toEqual({
        target: { kind: 'deployment', name: 'checkout', container: 'proxy' },
        container: 'proxy',
        containers: ['main', 'proxy'],
        image: 'proxy:1',
        boundEntities: [ENTITY],
        secretKeys: ['payments/token'],
      });
    },
  },
  {
    name: 'climbs from pods and ReplicaSets to their workload',
    needs: [],
    async run(world) {
      await world.create(aDeployment());
      const [pod] = await until(
        'pods',
        () => world.list(PODS),
        found => found.length > 0,
      );
      const [set] = await world.list(REPLICA_SETS);
      for (const target of [
        { kind: 'pod', name: pod.metadata.name },
        { kind: 'replicaset', name: set.metadata.name },
      ] as TargetRef[]) {
        const facts = await resolve(world, target);
        expect(facts.target).toEqual({ kind: 'deployment', name: 'checkout' });
      }
    },
  },
  {
    name: 'refuses bare pods, rollouts and what is not there',
    needs: [],
    async run(world) {
      await world.create({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'bare' },
        spec: { containers: [{ name: 'main', image: 'a:1' }] },
      });
      await world.create(aDeployment());
      const refused: [TargetRef, string][] = [
        [{ kind: 'pod', name: 'bare' }, 'TargetUnsupported'],
        [{ kind: 'rollout', name: 'checkout' }, 'TargetUnsupported'],
        [{ kind: 'deployment', name: 'nothing' }, 'TargetNotFound'],
        [
          { kind: 'deployment', name: 'checkout', container: 'nothing' },
          'TargetNotFound',
        ],
      ];
      for (const [target, code] of refused) {
        await expect(resolve(world, target)).rejects.toMatchObject({
          code,
          message: expect.stringMatching(/\.$/),
        });
      }
    },
  },
  {
    name: 'notices when the target is deleted, and goes on serving',
    needs: [],
    async run(world) {
      await world.create(aDeployment());
      const intent = await started(world, {
        traffic: { mode: 'none', filter: null },
      });
      await world.deeds.remove(DEPLOYMENTS, 'checkout');
      const seen = await until(
        'the target being gone',
        () => world.driver.observe(intent),
        ({ targetExists }) => !targetExists,
      );
      expect(seen).toMatchObject({ exists: true, inSync: true });
      const another = await world.driver.apply(
        world.intent({ key: 'pr-2', traffic: { mode: 'none', filter: null } }),
      );
      expect(another.problem?.code).toBe('TargetGone');
    },
  },
];
