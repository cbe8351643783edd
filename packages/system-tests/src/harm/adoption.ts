// SPDX-License-Identifier: Apache-2.0
import { builders, DEPLOYMENTS, PODS, REPLICA_SETS } from '../fixtures/product';
import { aTarget } from '../fixtures/sessions';
import { until } from '../fixtures/until';
import type { Protection } from './Protection';

const controller = (object: any) =>
  object.metadata.ownerReferences?.find((owner: any) => owner.controller);

/** As the target's own ReplicaSets are labelled. */
const TARGET_LABELS = { app: 'checkout' };

export const ADOPTION: Protection = {
  name: 'nothing adopts a preview’s pods, and its root controls all',
  async prove(world) {
    await aTarget(world);
    await world.productionReady();
    const revisions = async () =>
      (await world.list(REPLICA_SETS))
        .filter(each => controller(each)?.kind === 'Deployment')
        .map(({ metadata }) => metadata.name);
    const before = await revisions();
    const { handle } = await world.driver.apply(world.intent());
    await until(
      'a controller of the preview',
      () => world.ours(REPLICA_SETS),
      sets => sets.length === 1 && controller(sets[0]) !== undefined,
    );
    // Makes the Deployment look for what may be its own.
    await world.deeds.change(DEPLOYMENTS, 'checkout', object => {
      object.spec.replicas = 3;
    });
    await world.productionReady();
    expect(await revisions()).toEqual(before);
    const [set] = await world.ours(REPLICA_SETS);
    expect(controller(set)?.uid).toBe(handle);
    const [pod] = await until(
      'the pod of the preview',
      () => world.ours(PODS),
      pods => pods.length === 1,
    );
    expect(controller(pod)?.uid).toBe(set.metadata.uid);
  },
  twin: {
    name: 'owner not controller',
    harm: /\+ +"pv-pr-1-/,
    builders: {
      buildReplicaSet(input) {
        const object = builders.buildReplicaSet(input) as any;
        const { metadata, spec } = object;
        return {
          ...object,
          metadata: {
            ...metadata,
            labels: { ...metadata.labels, ...TARGET_LABELS },
            ownerReferences: metadata.ownerReferences.map(
              ({ controller: _, ...owner }: any) => owner,
            ),
          },
          spec: {
            ...spec,
            template: {
              ...spec.template,
              metadata: {
                ...spec.template.metadata,
                labels: { ...spec.template.metadata.labels, ...TARGET_LABELS },
              },
            },
          },
        };
      },
    },
  },
};
