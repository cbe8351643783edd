// SPDX-License-Identifier: Apache-2.0
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import type {
  MirrordOperator,
  MirrordSession,
  MirrordSessionStatus,
} from '../model';
import { buildSession } from '../session';

export const NOW = Date.parse('2026-11-21T12:00:00Z');
const HOUR = 3_600_000;

export function anIntent(more: Partial<SessionIntent> = {}): SessionIntent {
  return {
    sessionId: 's-1',
    key: 'pr-1',
    cluster: 'staging',
    namespace: 'shop',
    handle: null,
    entityRef: 'component:default/checkout',
    target: { kind: 'deployment', name: 'checkout' },
    traffic: { mode: 'steal', filter: null },
    labelMode: 'inherit',
    replicas: 1,
    env: [],
    inputs: {},
    secretFiles: null,
    revisions: [{ number: 1, image: 'shop/checkout:pr-1' }],
    serving: 1,
    routed: true,
    expiresAt: NOW + HOUR,
    backstopAt: NOW + HOUR,
    ...more,
  };
}

/** The resource of an intent as the cluster gives it back. */
export function aSession(
  intent: SessionIntent,
  status: MirrordSessionStatus | null = null,
  metadata: Partial<MirrordSession['metadata']> = {},
): MirrordSession {
  const built = buildSession(intent, 'main', 260_100);
  return {
    ...built,
    metadata: {
      ...built.metadata,
      uid: `uid-${built.metadata.name}`,
      creationTimestamp: new Date(NOW).toISOString(),
      ...metadata,
    },
    status,
  };
}

export function anOperator(
  spec: MirrordOperator['spec'] = {},
): MirrordOperator {
  return {
    apiVersion: 'operator.metalbear.co/v1',
    kind: 'MirrordOperator',
    metadata: { name: 'operator' },
    spec: {
      operator_version: '3.196.0',
      supported_features: ['PreviewEnv'],
      license: { name: 'enterprise', expire_at: '2027-01-01' },
      ...spec,
    },
  };
}
