// SPDX-License-Identifier: Apache-2.0
import type { AuditFilters } from '../client/PreviewApi';

/**
 * A key whose signature stands under the checkpoints of the audit log.
 *
 * @public
 */
export interface AuditKey {
  /** Eight hex digits. */
  id: string;
  /** `NAME+ID+KEY`, as `preview audit verify --key` takes it. */
  verifierKey: string;
  /** `false` for keys of before a rotation that still sign beside it. */
  current: boolean;
  /** Made by the portal itself: proves nothing against its administrator. */
  development: boolean;
}

/**
 * One place outside the database that checkpoints are sent to.
 *
 * @public
 */
export interface AuditAnchor {
  name: 'log' | 'file' | 'webhook';
  /** Entries that the newest checkpoint there covers; `null` = none yet. */
  size: number | null;
  at: string | null;
  /** Why the last attempt failed, until one succeeds. */
  problem: string | null;
}

/**
 * How far the audit log is sealed and anchored.
 *
 * @public
 */
export interface AuditState {
  /** Name of the log, the first line of its checkpoints. */
  origin: string;
  /** Entries in the newest checkpoint; 0 before the first. */
  size: number;
  /** Base64; `null` before the first checkpoint. */
  root: string | null;
  sealedAt: string | null;
  /** Events that are recorded and not sealed yet, counted up to 1000. */
  waiting: number;
  /** Those that sign now, the current one first. */
  keys: AuditKey[];
  /** Whether the current key is a development key: warn about it. */
  developmentKey: boolean;
  /** The newest checkpoint that is kept anywhere else. */
  anchored: { size: number; at: string } | null;
  anchors: AuditAnchor[];
  /** The newest checkpoint, a signed note; keep it somewhere else. */
  checkpoint: string | null;
}

/**
 * That the log of `from` entries is the beginning of that of `to` entries
 * (RFC 6962, 2.1.2). Hashes are base64.
 *
 * @public
 */
export interface AuditConsistency {
  from: number;
  to: number;
  fromRoot: string;
  toRoot: string;
  proof: string[];
}

/**
 * Which events go into an evidence bundle; none of the filters = the whole
 * log.
 *
 * @public
 */
export interface AuditBundleQuery extends AuditFilters {
  /**
   * Sizes of checkpoints that were kept elsewhere, at most 20; the bundle
   * then proves that the log has only grown since. Those that were anchored
   * are covered anyway.
   */
  since?: number[];
}

/**
 * Body of `POST /audit/erasures`.
 *
 * @public
 */
export interface AuditErasureRequest {
  /** Entity ref of a user. */
  person: string;
  reason: string;
}

/** @public */
export interface AuditErasure {
  /** Events whose content is gone; their hashes stay. */
  erased: number;
}
