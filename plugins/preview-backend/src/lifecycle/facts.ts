// SPDX-License-Identifier: Apache-2.0
import type {
  Observation,
  Problem,
  Verification,
} from '@preview-environments/backstage-plugin-preview-node';
import type { RevisionRecord } from '../database/history/RevisionRecord';
import type { StepRecord } from '../database/history/StepRecord';
import type { SessionRecord } from '../database/SessionRecord';
import type { LifecycleSettings } from './settings';

/** What the cluster said, and how it was asked. */
export interface ClusterFacts {
  /** `null`: not asked yet, or no answer. */
  observed: Observation | null;
  /** Apply reads through; observe may be behind by the delay of a watch. */
  source: 'none' | 'observe' | 'apply';
  verification: Verification | null;
  removed: 'accepted' | 'gone' | null;
  /** The route went, the pods stay. */
  detached: boolean;
  /** An answer that explains itself: trying again would not help. */
  refusal: Problem | null;
  /** Why there was no answer. */
  cause: string | null;
}

/** Everything that a decision may look at. */
export interface Facts {
  session: SessionRecord;
  /** Timeline of the session's present revision. */
  steps: StepRecord[];
  revisions: RevisionRecord[];
  cluster: ClusterFacts;
  now: number;
  settings: LifecycleSettings;
}

/** Before anybody was asked. */
export const NOTHING_KNOWN: ClusterFacts = {
  observed: null,
  source: 'none',
  verification: null,
  removed: null,
  detached: false,
  refusal: null,
  cause: null,
};

/**
 * The revision that the session is about: the wanted one, or the serving one
 * after the wanted one was given up.
 */
export function currentRevision(session: SessionRecord): number {
  return session.failedRevision === session.revision &&
    session.servingRevision !== null
    ? session.servingRevision
    : session.revision;
}

/** Whether an older revision serves while the wanted one comes up. */
export function isUpdating(session: SessionRecord): boolean {
  return (
    session.servingRevision !== null &&
    session.servingRevision !== currentRevision(session)
  );
}
