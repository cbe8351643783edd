// SPDX-License-Identifier: Apache-2.0
import type {
  AskedInputs,
  EnvOverride,
  LabelMode,
  TargetRef,
  Traffic,
} from '@preview-environments/backstage-plugin-preview-common';

/** Which session, and where. @public */
export interface SessionIdentity {
  sessionId: string;
  key: string;
  cluster: string;
  namespace: string;
  /**
   * What `apply` answered as the session's root (for `kubernetes` the UID of
   * its Job), or `null` before the first apply.
   */
  handle: string | null;
}

/** @public */
export interface RevisionIntent {
  number: number;
  image: string;
}

/**
 * Everything a driver needs to know of one session. Times are epoch
 * milliseconds.
 *
 * During an update two revisions are listed: the one that serves and the one
 * that is to take over.
 *
 * @public
 */
export interface SessionIntent extends SessionIdentity {
  entityRef: string;
  target: TargetRef;
  traffic: Traffic;
  labelMode: LabelMode;
  replicas: number;
  env: EnvOverride[];
  /** What else was asked for; empty where nothing was. */
  inputs: AskedInputs;
  /**
   * Base64 of the secret files by path, or `null` where there are none or
   * their contents are not at hand any more. Never to be stored or logged.
   */
  secretFiles: Record<string, string> | null;
  /** Revisions whose pods shall exist, oldest first, never empty. */
  revisions: RevisionIntent[];
  /** Number of the revision that gets the traffic; `null` = none yet. */
  serving: number | null;
  /** Whether requests with the key shall reach the serving revision. */
  routed: boolean;
  /** When the user's deadline is; `null` when pinned. */
  expiresAt: number | null;
  /** When the cluster itself shall remove the session. */
  backstopAt: number;
}
