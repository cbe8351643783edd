// SPDX-License-Identifier: Apache-2.0
import type {
  Access,
  AskedInputs,
  Backstop,
  Condition,
  Difference,
  EndReason,
  EnvOverride,
  Failure,
  LabelMode,
  Phase,
  PreviewPod,
  Traffic,
  Via,
} from '@preview-environments/backstage-plugin-preview-common';
import type { LinkTemplate } from '../config/types';
import type { Columns } from './columns';

/** A failure as kept; the address of its runbook is added when shown. */
export type StoredFailure = Omit<Failure, 'runbook'>;

/** How a new revision takes over: beside the old one, or after it. */
export type UpdateStrategy = 'surge' | 'recreate';

/** One row of `sessions`. Moments are epoch milliseconds. */
export interface SessionRecord {
  id: string;
  key: string;
  entityRef: string;
  ownerAtStart: string;
  ownerRef: string;
  cluster: string;
  namespace: string;
  target: string;
  driver: string;
  /**
   * `elsewhere`: another client of the cluster made it. It is shown and can be
   * stopped, and never made or changed.
   */
  origin: 'portal' | 'elsewhere';
  /** Link templates of the entity, refreshed by the sweep. */
  entityLinks: LinkTemplate[];

  // What somebody wants: written by commands.
  image: string;
  revision: number;
  generation: number;
  replicas: number;
  env: EnvOverride[];
  inputs: AskedInputs;
  labelMode: LabelMode;
  traffic: Traffic;
  /** `null` when no request is routed; unique among active ones of a target. */
  filterFingerprint: string | null;
  updateStrategy: UpdateStrategy;
  desiredState: 'running' | 'stopped';
  desiredBy: string;
  desiredReason: string | null;
  desiredAt: number;
  /** The end reason that a stop under way will have. */
  desiredEndReason: EndReason | null;
  /** `null` when pinned. */
  expiresAt: number | null;
  pinned: boolean;
  pinnedBy: string | null;
  /** When the cluster itself shall remove the session. */
  backstopAt: number;

  // What was decided and last observed: written by the lifecycle.
  phase: Phase;
  /** Revision that shall get the traffic. */
  servingRevision: number | null;
  /** Revision that served before and still answers open requests. */
  retiringRevision: number | null;
  /** When it goes; `null` until the new one is seen serving. */
  retireAt: number | null;
  /** Revision that was given up while an older one serves on. */
  failedRevision: number | null;
  /** Whether requests with the key shall reach the serving revision. */
  routed: boolean;
  routeState: 'detached' | 'pending' | 'attached' | 'rejected';
  failure: StoredFailure | null;
  conditions: Condition[];
  differences: Difference[];
  pods: PreviewPod[];
  access: Access | null;
  readyAt: number | null;
  backstopObservedAt: number | null;
  backstopState: Backstop['state'];
  endedAt: number | null;
  endReason: EndReason | null;
  /** Until when the pods of a failed session stay. */
  keepUntil: number | null;
  /** Root of the session as the driver names it. */
  handle: string | null;

  createdBy: string;
  claimedActor: string | null;
  via: Via;
  createdAt: number;

  // How work on it is shared out: written by claims.
  /** Counts recorded transitions; part of event ids. */
  eventSeq: number;
  /** Failed tries in a row, for backoff. */
  attempt: number;
  /** Counts wishes for another look that came while somebody was at it. */
  nudges: number;
  nextRunAt: number;
  leaseHolder: string | null;
  /** Grows with every claim; a write with an older one is refused. */
  leaseToken: number;
  leaseUntil: number | null;
  lastError: string | null;
}

export const SESSION_COLUMNS: Columns<SessionRecord> = {
  id: 'text',
  key: 'text',
  entityRef: 'text',
  ownerAtStart: 'text',
  ownerRef: 'text',
  cluster: 'text',
  namespace: 'text',
  target: 'text',
  driver: 'text',
  origin: 'text',
  entityLinks: 'json',
  image: 'text',
  revision: 'number',
  generation: 'number',
  replicas: 'number',
  env: 'json',
  inputs: 'json',
  labelMode: 'text',
  traffic: 'json',
  filterFingerprint: 'text',
  updateStrategy: 'text',
  desiredState: 'text',
  desiredBy: 'text',
  desiredReason: 'text',
  desiredAt: 'number',
  desiredEndReason: 'text',
  expiresAt: 'number',
  pinned: 'boolean',
  pinnedBy: 'text',
  backstopAt: 'number',
  phase: 'text',
  servingRevision: 'number',
  retiringRevision: 'number',
  retireAt: 'number',
  failedRevision: 'number',
  routed: 'boolean',
  routeState: 'text',
  failure: 'json',
  conditions: 'json',
  differences: 'json',
  pods: 'json',
  access: 'json',
  readyAt: 'number',
  backstopObservedAt: 'number',
  backstopState: 'text',
  endedAt: 'number',
  endReason: 'text',
  keepUntil: 'number',
  handle: 'text',
  createdBy: 'text',
  claimedActor: 'text',
  via: 'text',
  createdAt: 'number',
  eventSeq: 'number',
  attempt: 'number',
  nudges: 'number',
  nextRunAt: 'number',
  leaseHolder: 'text',
  leaseToken: 'number',
  leaseUntil: 'number',
  lastError: 'text',
};
