// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';
import { randomness } from '../random';
import { forbidden } from '../registry/StatusError';
import { Admission } from './Admission';

const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Pods run as a ServiceAccount that exists, with its token mounted, and tolerate short outages. */
export const serviceAccountAdmission: Admission = {
  mutate({ operation, kind, object, store }) {
    if (operation !== 'CREATE' || kind.kind !== 'Pod' || kind.group !== '')
      return;
    const { spec } = object;
    const { namespace, name } = object.metadata;
    spec.serviceAccountName ??= 'default';
    spec.serviceAccount = spec.serviceAccountName;
    const account = store.get(
      'serviceaccounts',
      namespace,
      spec.serviceAccountName,
    );
    if (!account) {
      throw forbidden(
        kind,
        name,
        `error looking up service account ${namespace}/${spec.serviceAccountName}: serviceaccount "${spec.serviceAccountName}" not found`,
      );
    }
    if (
      spec.automountServiceAccountToken !== false &&
      account.automountServiceAccountToken !== false
    )
      mountToken(spec);
    spec.priority ??= 0;
    spec.preemptionPolicy ??= 'PreemptLowerPriority';
    tolerate(spec);
  },
};

function mountToken(spec: Json): void {
  const containers: Json[] = [
    ...(spec.initContainers ?? []),
    ...(spec.containers ?? []),
  ];
  const missing = containers.filter(
    ({ volumeMounts = [] }) =>
      !volumeMounts.some((mount: Json) => mount.mountPath === TOKEN_PATH),
  );
  if (!missing.length) return;
  const volume = `kube-api-access-${randomness.suffix()}`;
  for (const container of missing) {
    container.volumeMounts = [
      ...(container.volumeMounts ?? []),
      { name: volume, readOnly: true, mountPath: TOKEN_PATH },
    ];
  }
  spec.volumes = [
    ...(spec.volumes ?? []),
    {
      name: volume,
      projected: {
        defaultMode: 420,
        sources: [
          { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
          {
            configMap: {
              name: 'kube-root-ca.crt',
              items: [{ key: 'ca.crt', path: 'ca.crt' }],
            },
          },
          {
            downwardAPI: {
              items: [
                {
                  path: 'namespace',
                  fieldRef: {
                    apiVersion: 'v1',
                    fieldPath: 'metadata.namespace',
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ];
}

function tolerate(spec: Json): void {
  for (const key of [
    'node.kubernetes.io/not-ready',
    'node.kubernetes.io/unreachable',
  ]) {
    if (spec.tolerations?.some((one: Json) => one.key === key)) continue;
    spec.tolerations = [
      ...(spec.tolerations ?? []),
      { key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
    ];
  }
}
