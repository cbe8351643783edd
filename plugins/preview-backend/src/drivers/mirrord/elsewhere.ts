// SPDX-License-Identifier: Apache-2.0
import type { TargetKind } from '@preview-environments/backstage-plugin-preview-common';
import type { ElsewhereSession } from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { sessionOf } from '../kubernetes/objects/marks';
import { millis } from '../kubernetes/state/time';
import type { MirrordSession } from './model';
import { filterOf } from './readFilter';
import { PREVIEW_SESSIONS } from './resources';

/*
 * Sessions that the operator's own client, or anybody else, started. They
 * bear no mark of ours, so their handle says which resource they are.
 */

const MARK = 'elsewhere';

export function elsewhereHandle({ metadata }: MirrordSession): string {
  return [MARK, metadata.uid, metadata.name].join('/');
}

/** The resource that a handle stands for; `null` for a session of ours. */
export function elsewhereOf(
  handle: string | null,
): { uid: string; name: string } | null {
  const [mark, uid, name] = (handle ?? '').split('/');
  return mark === MARK && name ? { uid, name } : null;
}

const KINDS: Record<string, TargetKind> = {
  Deployment: 'deployment',
  StatefulSet: 'statefulset',
  ReplicaSet: 'replicaset',
  Pod: 'pod',
};

/** Every session without our mark, read from the cluster itself. */
export async function listElsewhere({
  client,
  config: { name, namespaces },
}: Cluster): Promise<ElsewhereSession[]> {
  const found = await Promise.all(
    namespaces.map(async namespace => {
      const { items } = await client.list<MirrordSession>(
        PREVIEW_SESSIONS,
        namespace,
      );
      return items.flatMap(item => describe(item, name, namespace) ?? []);
    }),
  );
  return found.flat();
}

function describe(
  session: MirrordSession,
  cluster: string,
  namespace: string,
): ElsewhereSession | null {
  const { metadata, spec } = session;
  // Newer operators also take a label selector in place of a name.
  const kind = spec.target.name ? KINDS[spec.target.kind] : undefined;
  if (sessionOf(session) !== null || !metadata.uid || !kind) {
    return null;
  }
  const { steal, httpFilter } = spec.incoming ?? {};
  return {
    sessionId: metadata.uid,
    handle: elsewhereHandle(session),
    key: spec.key,
    cluster,
    namespace,
    target: { kind, name: spec.target.name },
    image: spec.image,
    replicas: spec.replicas ?? 1,
    traffic: spec.incoming
      ? {
          mode: steal ? 'steal' : 'mirror',
          filter: filterOf(httpFilter ?? null, spec.key, steal ?? false),
        }
      : { mode: 'none', filter: null },
    createdAt: millis(metadata.creationTimestamp) ?? 0,
  };
}
