// SPDX-License-Identifier: Apache-2.0
import type { NewAuditEvent } from './NewAuditEvent';

/** The parts of a session by which its events are found. */
export type AuditedSession = Record<
  | 'id'
  | 'key'
  | 'entityRef'
  | 'ownerRef'
  | 'cluster'
  | 'namespace'
  | 'target'
  | 'image',
  string
>;

/** Which session an event is about, as that is now. */
export function aboutSession({
  id: sessionId,
  key,
  entityRef,
  ownerRef,
  cluster,
  namespace,
  target,
  image,
}: AuditedSession) {
  return {
    sessionId,
    key,
    entityRef,
    ownerRef,
    cluster,
    namespace,
    target,
    image,
  } satisfies Partial<NewAuditEvent>;
}
