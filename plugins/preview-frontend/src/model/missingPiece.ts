// SPDX-License-Identifier: Apache-2.0
import {
  ENTITY_NAMESPACE,
  ENTITY_TARGET,
  WORKLOAD_ENTITY,
  type TargetOption,
} from '@preview-environments/backstage-plugin-preview-common';

/** Who can add what is missing, and the text that they add; `null`: nothing is to be added. */
export interface MissingPiece {
  who: 'owners' | 'platform' | null;
  /** Where the snippet goes; words are `missing.where.*`. */
  where: 'catalog' | 'workload' | 'config' | null;
  snippet: string | null;
}

interface Place {
  entityRef: string;
  entityName: string;
  target?: Pick<TargetOption, 'target' | 'namespace' | 'cluster'>;
}

const catalogSnippet = ({ entityName }: Place) => `metadata:
  annotations:
    ${ENTITY_TARGET}: deployment/${entityName}
    ${ENTITY_NAMESPACE}: my-namespace`;

const workloadSnippet = ({ entityRef, entityName, target }: Place) =>
  [
    `kubectl annotate ${target?.target ?? `deployment/${entityName}`}`,
    ...(target ? [`--namespace ${target.namespace}`] : []),
    `${WORKLOAD_ENTITY}=${entityRef}`,
  ].join(' ');

const configSnippet = ({ target }: Place) => `preview:
  clusters:
    - name: ${target?.cluster || 'staging'}
      kubeconfig:
        file: /path/to/kubeconfig
      namespaces: [${target?.namespace || 'my-namespace'}]
      driver: kubernetes`;

/** What to add so that previews of an entity become possible. */
export function missingPiece(code: string | null, place: Place): MissingPiece {
  switch (code) {
    case 'EntityNotAnnotated':
    case 'TargetAmbiguous':
      return {
        who: 'owners',
        where: 'catalog',
        snippet: catalogSnippet(place),
      };
    case 'TargetNotOfEntity':
      return {
        who: 'owners',
        where: 'workload',
        snippet: workloadSnippet(place),
      };
    case 'TargetNotFound':
      // It is named rightly; it is the cluster that does not have it.
      return { who: null, where: null, snippet: null };
    case null:
    case 'ClusterNotAllowed':
    case 'NamespaceNotAllowed':
      return {
        who: 'platform',
        where: 'config',
        snippet: configSnippet(place),
      };
    default:
      return { who: 'platform', where: null, snippet: null };
  }
}
