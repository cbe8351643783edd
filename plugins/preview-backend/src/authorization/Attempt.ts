// SPDX-License-Identifier: Apache-2.0
import type { StartRequest } from '@preview-environments/backstage-plugin-preview-common';
import type { NewAuditEvent } from '../audit/NewAuditEvent';
import type { SessionRecord } from '../database/SessionRecord';

/** What somebody tries, as far as it is known. */
export type Attempt = Partial<
  Pick<
    NewAuditEvent,
    | 'sessionId'
    | 'key'
    | 'entityRef'
    | 'ownerRef'
    | 'cluster'
    | 'namespace'
    | 'target'
    | 'image'
    | 'claimedActor'
  >
> & { what: string };

/** What a start says of itself. */
export function attemptOf(what: string, request: StartRequest): Attempt {
  const { entityRef, key, cluster, namespace, target, image, claimedActor } =
    request;
  return {
    what,
    entityRef,
    key: key ?? null,
    cluster: cluster ?? null,
    namespace: namespace ?? null,
    target: target ?? null,
    image,
    claimedActor: claimedActor ?? null,
  };
}

/** What is tried on a present session. */
export function attemptOn(
  what: string,
  { id, key, ...session }: SessionRecord,
): Attempt {
  const { entityRef, ownerRef, cluster, namespace, target } = session;
  const place = { cluster, namespace, target };
  return { what, sessionId: id, key, entityRef, ownerRef, ...place };
}
