// SPDX-License-Identifier: Apache-2.0
import type { Volume, Workload } from '../model';

interface SecretVolume {
  secretName?: string;
  name?: string;
  items?: { key: string }[];
}

/**
 * Secrets that a template reads, as `NAME/KEY`; `NAME/*` where it takes all
 * keys of a Secret.
 */
export function secretKeysOf(workload: Workload): string[] {
  const { spec } = workload.spec.template;
  const keys = [...spec.containers, ...(spec.initContainers ?? [])].flatMap(
    ({ env = [], envFrom = [] }) => [
      ...env.flatMap(({ valueFrom }) =>
        valueFrom?.secretKeyRef
          ? [`${valueFrom.secretKeyRef.name}/${valueFrom.secretKeyRef.key}`]
          : [],
      ),
      ...envFrom.flatMap(({ secretRef }) =>
        secretRef ? [`${secretRef.name}/*`] : [],
      ),
    ],
  );
  const mounted = (spec.volumes ?? []).flatMap(secretsOf).flatMap(keysOf);
  return [...new Set([...keys, ...mounted])].sort();
}

function secretsOf(volume: Volume): SecretVolume[] {
  const projected = volume.projected as
    | { sources?: { secret?: SecretVolume }[] }
    | undefined;
  return [
    volume.secret as SecretVolume | undefined,
    ...(projected?.sources ?? []).map(({ secret }) => secret),
  ].filter((secret): secret is SecretVolume => secret !== undefined);
}

function keysOf({ secretName, name, items }: SecretVolume): string[] {
  const secret = secretName ?? name;
  return items ? items.map(({ key }) => `${secret}/${key}`) : [`${secret}/*`];
}
