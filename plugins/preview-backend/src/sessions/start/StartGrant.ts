// SPDX-License-Identifier: Apache-2.0
import type { PreviewError } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../../database/SessionRecord';
import type { EntityFacts } from './EntityReader';

export interface Place {
  cluster: string;
  namespace: string;
}

/** What authorisation found for a start, asked before the transaction. */
export interface StartGrant {
  entity: EntityFacts;
  /** Why nothing at all may be done there, or `null`. */
  objection(place: Place): PreviewError | null;
  /** Why no new preview of the entity may be started there, or `null`. */
  createObjection(place: Place): PreviewError | null;
  /** Why this present preview of the entity may not be updated, or `null`. */
  updateObjection(present: SessionRecord): PreviewError | null;
  /** Whether environments of other owners may be joined. */
  mayJoin: boolean;
}
