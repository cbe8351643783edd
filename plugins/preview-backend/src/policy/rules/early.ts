// SPDX-License-Identifier: Apache-2.0
import type { EarlyInput, Rule } from '../Rule';

/** Rules that need no look at the cluster, in order. */
export const EARLY_RULES: readonly Rule<EarlyInput>[] = [
  {
    name: 'freeze',
    setting: 'preview.freeze',
    check: ({ config }) => (config.freeze ? { code: 'Frozen' } : null),
  },
  {
    name: 'claimed-actor',
    setting: 'preview.access.subjects',
    check: ({ caller, claimedActor }) =>
      claimedActor && caller.principal !== 'service'
        ? { code: 'ClaimedActorNotAllowed', field: 'claimedActor' }
        : null,
  },
  {
    name: 'repeatable',
    setting: 'preview.access.subjects',
    check: ({ caller, repeatable }) =>
      caller.principal === 'service' && !repeatable
        ? { code: 'IdempotencyKeyRequired', field: 'key' }
        : null,
  },
  {
    name: 'owner',
    setting: 'spec.owner of the entity',
    check: ({ entity }) =>
      entity.ownerRefs.length === 0
        ? { code: 'EntityWithoutOwner', field: 'entityRef' }
        : null,
  },
  {
    name: 'clusters',
    setting: 'preview.clusters',
    check: ({ config, wish }) =>
      config.clusters.some(({ name }) => name === wish.cluster)
        ? null
        : {
            code: 'ClusterNotAllowed',
            field: 'cluster',
            message: `Previews may not run on the cluster "${wish.cluster}".`,
          },
  },
  {
    name: 'namespaces',
    setting: 'preview.clusters[].namespaces',
    check: ({ config, wish }) =>
      config.clusters
        .find(({ name }) => name === wish.cluster)
        ?.namespaces.includes(wish.namespace)
        ? null
        : {
            code: 'NamespaceNotAllowed',
            field: 'namespace',
            message: `Previews may not run in the namespace "${wish.namespace}" of "${wish.cluster}".`,
          },
  },
  {
    name: 'driver',
    setting: 'preview.clusters[].driver',
    check: ({ config, wish }) => {
      const cluster = config.clusters.find(({ name }) => name === wish.cluster);
      return wish.driver && wish.driver !== cluster?.driver
        ? {
            code: 'FeatureUnsupported',
            field: 'driver',
            message: `The cluster "${wish.cluster}" works with the driver "${cluster?.driver}".`,
          }
        : null;
    },
  },
];
