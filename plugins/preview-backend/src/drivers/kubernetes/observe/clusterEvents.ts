// SPDX-License-Identifier: Apache-2.0
import type { ClusterEvent } from '@preview-environments/backstage-plugin-preview-common';
import type { Cluster } from '../cluster/Cluster';
import { iso, millis } from '../state/time';
import type { SessionObjects } from '../state/views';
import { eventsAbout, type KubeEvent, newestFirst, timeOf } from './kubeEvent';

/** Most events of one answer, and most objects that are asked about. */
const MOST_EVENTS = 100;
const MOST_OBJECTS = 20;

/** One object that events may be about. */
export interface Subject {
  name: string;
  uid: string;
}

/** The objects of a session whose events tell how it comes up, newest last. */
export function subjectsOf({
  roots,
  replicaSets,
  pods,
}: Pick<SessionObjects, 'roots' | 'replicaSets' | 'pods'>): Subject[] {
  const byAge = [...pods].sort((a, b) => a.createdAt - b.createdAt);
  return [...roots, ...replicaSets, ...byAge];
}

/**
 * What components said about these objects. However many people look, each
 * object's events are read once in five seconds.
 */
export async function clusterEvents(
  cluster: Cluster,
  namespace: string,
  subjects: Subject[],
): Promise<ClusterEvent[]> {
  const found = await Promise.all(
    subjects.slice(-MOST_OBJECTS).map(subject =>
      cluster.shortly(`events ${subject.uid}`, async () => {
        const events = await eventsAbout(cluster, namespace, subject);
        return events.sort(newestFirst).slice(0, MOST_EVENTS).map(slim);
      }),
    ),
  );
  return found.flat().sort(newestFirst).slice(0, MOST_EVENTS).map(toEvent);
}

/** Without what the API server notes about writers, since it is kept. */
function slim({ metadata, ...event }: KubeEvent): KubeEvent {
  const { name, uid, resourceVersion, creationTimestamp } = metadata;
  return {
    ...event,
    metadata: { name, uid, resourceVersion, creationTimestamp },
  } as KubeEvent;
}

function toEvent(event: KubeEvent): ClusterEvent {
  const { metadata, involvedObject, series } = event;
  const lastAt = iso(millis(timeOf(event)) ?? 0)!;
  const first = millis(event.firstTimestamp) ?? millis(event.eventTime);
  return {
    id: metadata.uid ?? metadata.name,
    type: event.type === 'Warning' ? 'Warning' : 'Normal',
    reason: event.reason ?? '',
    message: event.message ?? '',
    object: {
      kind: involvedObject?.kind ?? '',
      name: involvedObject?.name ?? '',
    },
    count: series?.count ?? event.count ?? 1,
    firstAt: iso(first) ?? lastAt,
    lastAt,
  };
}
