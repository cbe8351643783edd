// SPDX-License-Identifier: Apache-2.0
import type { EarlyInput, Rule } from '../Rule';

/** Rules that need no look at the cluster, in order. */
export const EARLY_RULES: readonly Rule<EarlyInput>[] = [
  {
    name: 'freeze',
    setting: 'preview.freeze',
    passes: 'Previews may be started at present.',
    check: ({ config }) => (config.freeze ? { code: 'Frozen' } : null),
  },
  {
    name: 'claimed-actor',
    setting: 'preview.access.subjects',
    passes: 'The caller may ask on behalf of whom it names, or names nobody.',
    check: ({ caller, claimedActor }) =>
      claimedActor && caller.principal !== 'service'
        ? { code: 'ClaimedActorNotAllowed', field: 'claimedActor' }
        : null,
  },
  {
    name: 'repeatable',
    setting: 'preview.access.subjects',
    passes: 'A repeated call would not start a second preview.',
    check: ({ caller, repeatable }) =>
      caller.principal === 'service' && !repeatable
        ? { code: 'IdempotencyKeyRequired', field: 'key' }
        : null,
  },
  {
    name: 'owner',
    setting: 'spec.owner of the entity',
    passes: 'The service has an owner in the catalog.',
    check: ({ entity }) =>
      entity.ownerRefs.length === 0
        ? { code: 'EntityWithoutOwner', field: 'entityRef' }
        : null,
  },
  {
    name: 'clusters',
    setting: 'preview.clusters',
    passes: 'Previews may run on this cluster.',
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
    passes: 'Previews may run in this namespace.',
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
    passes: 'The cluster works with the driver that is asked for.',
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
