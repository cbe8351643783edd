// SPDX-License-Identifier: Apache-2.0
import type { EndReason } from '@preview-environments/backstage-plugin-preview-common';

/** A fact that people are told of, with what cannot be read back later. */
export type Notice =
  | { kind: 'ready'; revision: number; image: string }
  | { kind: 'failed'; revision: number; message: string }
  | { kind: 'update-failed'; revision: number; message: string }
  | { kind: 'stopped'; endReason: EndReason; reason: string | null }
  | { kind: 'expiring'; expiresAt: number; lead: number }
  | { kind: 'joined'; ownerRef: string };

/** A notice on its way. Moments are epoch milliseconds. */
export interface NewNotice {
  /**
   * What makes this fact one and the same: equal ids are told once. Also the
   * scope of the notification, so that sending it again changes nothing.
   */
  id: string;
  sessionId: string;
  notice: Notice;
  /** Who did it and so need not be told; `null` when nobody in person. */
  actor: string | null;
  createdAt: number;
  dueAt: number;
}

/** A notice that is due now. The parts of its id tell what makes it one. */
export function dueNow(
  session: { id: string },
  notice: Notice,
  occurrence: number | string,
  now: number,
  actor: string | null = null,
): NewNotice {
  return {
    id: [session.id, notice.kind, occurrence].join('/'),
    sessionId: session.id,
    notice,
    actor,
    createdAt: now,
    dueAt: now,
  };
}
