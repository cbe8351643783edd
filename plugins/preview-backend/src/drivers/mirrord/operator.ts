// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { hasStatus } from '../kubernetes/cluster/KubeError';
import { millis } from '../kubernetes/state/time';
import type { MirrordOperator } from './model';
import { OPERATORS } from './resources';

/** What the operator of a cluster says it can do. */
export interface OperatorFacts {
  version: string;
  features: ReadonlySet<string>;
  licenceExpiresAt: number | null;
  /** Where sessions live if not beside their targets. */
  ownNamespace: string | null;
}

/** `null` where no operator answers. */
export async function readOperator({
  client,
}: Pick<Cluster, 'client'>): Promise<OperatorFacts | null> {
  try {
    return operatorFacts(
      await client.get<MirrordOperator>(OPERATORS, null, 'operator'),
    );
  } catch (error) {
    // 503: the operator is registered, and none of its pods runs.
    if (hasStatus(error, 404, 503)) {
      return null;
    }
    throw error;
  }
}

export function operatorFacts({ spec = {} }: MirrordOperator): OperatorFacts {
  return {
    version: spec.operator_version ?? '',
    features: new Set(spec.supported_features ?? []),
    licenceExpiresAt: millis(spec.license?.expire_at),
    ownNamespace: spec.operator_namespace ?? null,
  };
}

/** Why no preview can be started with this operator, or `null`. */
export function operatorRefusal(
  operator: OperatorFacts | null,
  now: number,
): PreviewError | null {
  if (!operator) {
    return unavailable(
      'No mirrord operator answers in this cluster.',
      'The platform team installs it with its Helm chart, or finds out why it does not run.',
    );
  }
  const { licenceExpiresAt, features, ownNamespace } = operator;
  if (licenceExpiresAt !== null && licenceExpiresAt <= now) {
    const day = new Date(licenceExpiresAt).toISOString().slice(0, 10);
    return unavailable(
      `The licence of the mirrord operator expired on ${day}.`,
      'The platform team renews it; running previews may end meanwhile.',
    );
  }
  if (!features.has('PreviewEnv')) {
    return unavailable(
      `Previews are switched off in the mirrord operator (version ${
        operator.version || 'unknown'
      }).`,
      'The platform team sets operator.previewEnv: true in its Helm chart; versions before 3.142 have no previews.',
    );
  }
  if (ownNamespace !== null) {
    return unavailable(
      'This mirrord operator only manages other clusters; previews through it are not supported yet.',
      'Configure the clusters in which the services run instead.',
    );
  }
  return null;
}

function unavailable(message: string, hint: string): PreviewError {
  return previewError('OperatorUnavailable', { message, hint });
}

/** Fields that came later, by the version of the operator that has them. */
const SINCE = {
  env: '3.151',
  replicas: '3.166',
  ignorePorts: '3.151',
  queues: '3.151',
  databases: '3.151',
  envSelection: '3.151',
  configMounts: '3.163',
  secretMounts: '3.183',
  labels: '3.184',
  idle: '3.185',
} as const;

export type VersionedField = keyof typeof SINCE;

/** Whether the operator is new enough for a field; one of no version is not. */
export function hasField(
  operator: OperatorFacts,
  field: VersionedField,
): boolean {
  return compareVersions(operator.version, SINCE[field]) >= 0;
}

/** The refusal that names what is missing. */
export function fieldRefusal(
  operator: OperatorFacts,
  field: VersionedField,
): PreviewError {
  return previewError('FeatureUnsupported', {
    message: `The mirrord operator ${operator.version} of this cluster does not know "${field}"; it needs ${SINCE[field]} or newer.`,
    hint: 'Leave it out, or ask the platform team to upgrade the operator.',
    field,
  });
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(each =>
    each.split('.').map(part => parseInt(part, 10) || 0),
  );
  const at = [0, 1, 2].find(each => (left[each] ?? 0) !== (right[each] ?? 0));
  return at === undefined ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
