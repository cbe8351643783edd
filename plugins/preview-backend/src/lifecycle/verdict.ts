// SPDX-License-Identifier: Apache-2.0
import type {
  AuditAction,
  AuditOutcome,
  FailureCode,
  Via,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../database/SessionRecord';

/** What a look at a session came to. */
export type Verdict =
  /** All is as wanted; look again at `until`. */
  | { type: 'done'; until: number }
  /** The world has to move first. */
  | { type: 'wait'; until: number }
  /** The cluster did not answer; try again with growing pauses. */
  | { type: 'retry'; cause: string }
  /** Explained, and not tried again by itself. */
  | { type: 'give-up'; code: FailureCode };

/** What to do about it; each may be repeated without harm. */
export type Action = 'observe' | 'apply' | 'remove' | 'detach' | 'verify';

/** An audit event that no change of a row tells by itself. */
export interface EventNote {
  action: AuditAction;
  outcome?: AuditOutcome;
  actor?: string;
  via?: Via;
  reason?: string | null;
  code?: string | null;
  /** Whose image it is about; the serving one unless given. */
  revision?: number;
}

/** Outcome of the ordered checks. */
export interface Decision {
  /** Name of the check that decided. */
  check: string;
  /** One sentence for the log. */
  reason: string;
  verdict: Verdict;
  changes?: Partial<SessionRecord>;
  events?: EventNote[];
  /** To be done after the changes are committed; then checks run again. */
  action?: Action;
}

/** Actor of what nobody asked for in person. */
export const SYSTEM = 'system';
