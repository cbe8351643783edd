// SPDX-License-Identifier: Apache-2.0
import { mayLookAtBaggage } from '@preview-environments/backstage-plugin-preview-common';
import type {
  SessionIdentity,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { PODS } from '../kubernetes/cluster/resources';
import type { KubeObject } from '../kubernetes/model';
import { buildDeleteOptions } from '../kubernetes/objects/deleteOptions';
import { ofSession } from '../kubernetes/objects/marks';
import { projectPod } from '../kubernetes/state/projectPod';
import type { PodView } from '../kubernetes/state/views';
import { elsewhereOf } from './elsewhere';
import type { MirrordSession } from './model';
import { keySelector } from './names';
import { PREVIEW_SESSIONS } from './resources';

/** How the operator marks the pods that it makes for a session. */
const POD_LABEL = 'preview.metalbear.co/session-uid';

/** Every resource of a session, read from the cluster itself. */
export async function readSessions(
  { client }: Cluster,
  {
    namespace,
    sessionId,
    handle,
  }: Pick<SessionIdentity, 'namespace' | 'sessionId' | 'handle'>,
): Promise<MirrordSession[]> {
  const elsewhere = elsewhereOf(handle);
  if (elsewhere) {
    const { name, uid } = elsewhere;
    const found = await client.find<MirrordSession>(
      PREVIEW_SESSIONS,
      namespace,
      name,
    );
    return found?.metadata.uid === uid ? [found] : [];
  }
  const { items } = await client.list<MirrordSession>(
    PREVIEW_SESSIONS,
    namespace,
    { labelSelector: ofSession(sessionId) },
  );
  return items;
}

/**
 * Resources, whoever made them, that may take the same requests as this
 * session: those with its key, and all where the operator's default filter
 * may meet its own.
 */
export async function readRivals(
  { client }: Cluster,
  { namespace, key, traffic }: SessionIntent,
): Promise<MirrordSession[]> {
  const { filter } = traffic;
  const { items } = await client.list<MirrordSession>(
    PREVIEW_SESSIONS,
    namespace,
    filter && mayLookAtBaggage(filter)
      ? {}
      : { labelSelector: keySelector(key) },
  );
  return items;
}

export async function readPods(
  { client }: Cluster,
  namespace: string,
  session: MirrordSession,
): Promise<PodView[]> {
  const { items } = await client.list<KubeObject>(PODS, namespace, {
    labelSelector: `${POD_LABEL}=${session.metadata.uid}`,
  });
  return items.map(projectPod);
}

/** Deletes exactly the resource that was read; its finalizer takes a while. */
export function removeResource(
  { client }: Cluster,
  { metadata }: MirrordSession,
): Promise<boolean> {
  return client.remove(
    PREVIEW_SESSIONS,
    { namespace: metadata.namespace ?? null, name: metadata.name },
    buildDeleteOptions(metadata.uid ?? ''),
  );
}
