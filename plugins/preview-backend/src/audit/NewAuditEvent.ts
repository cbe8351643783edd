// SPDX-License-Identifier: Apache-2.0
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';

/**
 * A fact to be recorded. What is absent becomes `null`, `outcome` is
 * `succeeded` and `count` is 1 unless given.
 */
export type NewAuditEvent = Pick<AuditEvent, 'action' | 'actor' | 'via'> &
  Partial<Omit<AuditEvent, 'id' | 'at' | 'action' | 'actor' | 'via'>> & {
    /**
     * What makes this fact one and the same when it is recorded again. Begins
     * with a word for who counts (`command`, `turn`, …), since numbers of
     * different counters meet; for example `command`, session id, generation
     * and action. Equal identities are one event.
     */
    identity: (string | number)[];
    /** Epoch milliseconds. */
    at: number;
  };
