// SPDX-License-Identifier: Apache-2.0
import {
  WORKLOAD_ENTITY,
  formatTarget,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PolicyInput, Rule } from '../Rule';

type BindingInput = Pick<
  PolicyInput,
  'config' | 'entity' | 'ofCatalog' | 'target'
> & { wish: Pick<PolicyInput['wish'], 'namespace'> };

/**
 * A workload belongs to an entity when both sides say so: the catalog by
 * annotations of the entity, the cluster by an annotation of the workload or
 * its namespace, or the configuration in the cluster's stead. Whoever can
 * register an entity can write its annotations, so they alone prove nothing.
 */
export const binding: Rule<BindingInput> = {
  name: 'binding',
  setting: 'preview.targets',
  passes: 'The workload belongs to the service.',
  check({ config, entity, wish, ofCatalog, target }) {
    const name = formatTarget(target.target);
    if (!ofCatalog) {
      return {
        code: 'TargetNotOfEntity',
        field: 'target',
        message: `The entity ${entity.entityRef} does not name ${name} in ${wish.namespace} as its workload.`,
      };
    }
    const ownersOfNamespace = config.targets.namespaces[wish.namespace] ?? [];
    const bound =
      config.targets.trustCatalog ||
      target.boundEntities?.some(ref => ref === entity.entityRef) ||
      ownersOfNamespace.some(ref => entity.ownerRefs.includes(ref));
    return bound
      ? null
      : {
          code: 'TargetNotOfEntity',
          field: 'target',
          message: target.boundEntities
            ? `Neither ${name} nor its namespace carries the annotation ${WORKLOAD_ENTITY}: ${entity.entityRef}.`
            : `The annotations of ${name} could not be read.`,
        };
  },
};
