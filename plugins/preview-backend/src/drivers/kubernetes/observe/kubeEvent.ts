// SPDX-License-Identifier: Apache-2.0
import type { Cluster } from '../cluster/Cluster';
import { EVENTS } from '../cluster/resources';
import type { KubeObject } from '../model';

/**
 * An Event as the core group serves it. Components that write through
 * `events.k8s.io` leave the two older times out and count in `series`.
 */
export interface KubeEvent extends KubeObject {
  involvedObject?: { kind?: string; name?: string };
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  firstTimestamp?: string | null;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  series?: { count?: number; lastObservedTime?: string } | null;
}

/** Events about exactly this object, not about a later one of its name. */
export async function eventsAbout(
  { client }: Cluster,
  namespace: string,
  { name, uid }: { name: string; uid: string },
): Promise<KubeEvent[]> {
  const fieldSelector = `involvedObject.name=${name},involvedObject.uid=${uid}`;
  const { items } = await client.list<KubeEvent>(EVENTS, namespace, {
    fieldSelector,
  });
  return items;
}

/** When it was said last, RFC 3339, or `null`. */
export function timeOf(event: KubeEvent): string | null {
  return (
    event.series?.lastObservedTime ??
    event.lastTimestamp ??
    event.eventTime ??
    event.firstTimestamp ??
    event.metadata.creationTimestamp ??
    null
  );
}

/**
 * Most times are whole seconds, in which a lot may be said: what was written
 * later then counts as newer.
 */
export function newestFirst(a: KubeEvent, b: KubeEvent): number {
  return millisOf(b) - millisOf(a) || writtenAt(b) - writtenAt(a);
}

function writtenAt({ metadata }: KubeEvent): number {
  return Number(metadata.resourceVersion) || 0;
}

/** Whole and broken seconds are mixed: texts would not sort. */
function millisOf(event: KubeEvent): number {
  return Date.parse(timeOf(event) ?? '') || 0;
}
