// SPDX-License-Identifier: Apache-2.0
import {
  type Access,
  STEP_NAMES,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  Observation,
  RevisionObservation,
} from '@preview-environments/backstage-plugin-preview-node';
import type { SessionRecord } from '../database/SessionRecord';
import {
  type ClusterFacts,
  type Facts,
  NOTHING_KNOWN,
} from '../lifecycle/facts';
import { DEFAULT_SETTINGS } from '../lifecycle/settings';
import { TEST_START } from './aSession';

const NO_ACCESS: Access = {
  url: null,
  reason: 'In tests nothing listens.',
  headers: {},
  curl: null,
  portForward: null,
  shareUrl: null,
};

/** A revision whose pods are ready. */
export function aRevision(
  number: number,
  more: Partial<RevisionObservation> = {},
): RevisionObservation {
  const at = TEST_START;
  return {
    number,
    pods: [],
    available: true,
    steps: { scheduled: at, pulled: at, started: at, available: at },
    progress: null,
    problem: null,
    ...more,
  };
}

/** A revision whose pods are coming up. */
export function aYoungRevision(
  number: number,
  more: Partial<RevisionObservation> = {},
): RevisionObservation {
  return aRevision(number, {
    available: false,
    steps: {
      scheduled: TEST_START,
      pulled: null,
      started: null,
      available: null,
    },
    ...more,
  });
}

/** All is there, routed and in sync; revision 1 serves. */
export function anObservation(more: Partial<Observation> = {}): Observation {
  return {
    exists: true,
    terminating: false,
    leftovers: true,
    handle: 'uid-1',
    backstop: { at: TEST_START + 3_605_000, state: 'set' },
    revisions: [aRevision(1)],
    serving: 1,
    route: { state: 'attached', problem: null },
    targetExists: true,
    differences: [],
    access: NO_ACCESS,
    problem: null,
    inSync: true,
    ...more,
  };
}

/** Nothing of the session is left. */
export function nothingThere(): Observation {
  return anObservation({
    exists: false,
    leftovers: false,
    handle: null,
    revisions: [],
    serving: null,
    route: { state: 'detached', problem: null },
    inSync: false,
  });
}

/** Facts at {@link TEST_START} of a session with one revision. */
export function someFacts(
  session: SessionRecord,
  cluster: Partial<ClusterFacts> = {},
  more: Partial<Omit<Facts, 'session' | 'cluster'>> = {},
): Facts {
  return {
    session,
    steps: STEP_NAMES.map(name => ({
      sessionId: session.id,
      revision: session.revision,
      name,
      status: 'pending',
      at: null,
      message: null,
    })),
    revisions: Array.from({ length: session.revision }, (_, n) => ({
      sessionId: session.id,
      number: n + 1,
      image: `${session.image}-${n + 1}`,
      digests: [],
      at: TEST_START,
      by: session.createdBy,
    })),
    cluster: {
      ...NOTHING_KNOWN,
      ...(cluster.observed && { source: 'observe' as const }),
      ...cluster,
    },
    now: TEST_START,
    settings: DEFAULT_SETTINGS,
    ...more,
  };
}
