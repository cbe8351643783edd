// SPDX-License-Identifier: Apache-2.0
import type { Evidence } from '@preview-environments/backstage-plugin-preview-common';
import type {
  Observation,
  Problem,
  RevisionObservation,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import { text } from 'node:stream/consumers';
import type { Cluster } from '../cluster/Cluster';
import type { Facts } from '../plan/facts';
import type { PodView, ReplicaSetView } from '../state/views';
import { eventsAbout, newestFirst, timeOf } from './kubeEvent';

const LOG_LINES = 20;
const LOG_BYTES = 4096;
const EVENTS_KEPT = 3;

/** Adds what the cluster says beside the status, where something is wrong. */
export async function withEvidence(
  cluster: Cluster,
  intent: SessionIntent,
  { objects }: Facts,
  observation: Observation,
): Promise<Observation> {
  const revisions = await Promise.all(
    observation.revisions.map(
      async (revision): Promise<RevisionObservation> => {
        if (!revision.problem) {
          return revision;
        }
        const ofRevision = (each: { revision: number; deleting: boolean }) =>
          each.revision === revision.number && !each.deleting;
        const subject =
          objects.pods.filter(ofRevision)[0] ??
          objects.replicaSets.filter(ofRevision)[0];
        return subject
          ? {
              ...revision,
              problem: await extend(cluster, intent, subject, revision.problem),
            }
          : revision;
      },
    ),
  );
  return { ...observation, revisions };
}

async function extend(
  cluster: Cluster,
  { namespace }: SessionIntent,
  subject: PodView | ReplicaSetView,
  problem: Problem,
): Promise<Problem> {
  const [events, log] = await Promise.all([
    cluster.evidence.once(`${subject.uid}/${subject.resourceVersion}`, () =>
      readEvents(cluster, namespace, subject),
    ),
    problem.code === 'CrashLoop' && 'containers' in subject
      ? cluster.evidence.once(`${subject.uid}/${crashes(subject)}/log`, () =>
          readLastLines(cluster, namespace, subject),
        )
      : [],
  ]);
  return { ...problem, evidence: [...problem.evidence, ...events, ...log] };
}

function crashes({ containers }: PodView): number {
  return containers.reduce((sum, { restarts }) => sum + restarts, 0);
}

/** Evidence helps, its absence must not hide the problem itself. */
async function readEvents(
  cluster: Cluster,
  namespace: string,
  subject: PodView | ReplicaSetView,
): Promise<Evidence[]> {
  try {
    const items = await eventsAbout(cluster, namespace, subject);
    const warnings = items
      .filter(({ type }) => type === 'Warning')
      .sort(newestFirst);
    const newest = new Map(
      [...warnings].reverse().map(event => [event.reason, event]),
    );
    return warnings
      .filter(event => newest.get(event.reason) === event)
      .slice(0, EVENTS_KEPT)
      .map(event => ({
        kind: 'event',
        text: `${event.reason}: ${event.message}`,
        at: timeOf(event),
      }));
  } catch {
    return [];
  }
}

async function readLastLines(
  cluster: Cluster,
  namespace: string,
  pod: PodView,
): Promise<Evidence[]> {
  const crashed =
    pod.containers.find(({ waiting }) => waiting?.reason === 'CrashLoopBackOff')
      ?.name ?? pod.mainContainer;
  for (const previous of ['true', undefined]) {
    try {
      const stream = await cluster.client.podLog(namespace, pod.name, {
        container: crashed ?? undefined,
        previous,
        tailLines: String(LOG_LINES),
        limitBytes: String(LOG_BYTES),
      });
      const lines = (await text(stream)).trimEnd();
      if (lines) {
        return [{ kind: 'log', text: lines, at: null }];
      }
    } catch {
      // No former container, or no log of it any more: try the present one.
    }
  }
  return [];
}
