// SPDX-License-Identifier: Apache-2.0
import type { KubeObject } from '../model';
import { sessionOf } from '../objects/marks';
import type { WatchedKind } from './kinds';
import type { View } from './views';

/** What a change concerns: a session, the team's objects, or nothing. */
export type Touched = { sessionId: string } | 'team' | null;

/** The objects of one kind in one namespace, as a watch tells them. */
export class KindStore {
  /** By session, then by name. */
  private readonly ours = new Map<string, Map<string, View>>();
  private readonly team = new Map<string, KubeObject>();
  /** Whether the store holds everything that the cluster holds. */
  synced = false;

  constructor(private readonly kind: WatchedKind) {}

  private sessionOf(object: KubeObject): string | null {
    return (this.kind.idOf ?? sessionOf)(object);
  }

  ofSession(sessionId: string): View[] {
    return [...(this.ours.get(sessionId)?.values() ?? [])];
  }

  ofTeam(): KubeObject[] {
    return [...this.team.values()];
  }

  all(): View[] {
    return [...this.ours.values()].flatMap(session => [...session.values()]);
  }

  put(object: KubeObject): Touched {
    const sessionId = this.sessionOf(object);
    const { name } = object.metadata;
    if (sessionId !== null) {
      if (!this.kind.ours) {
        return null;
      }
      const present = this.ours.get(sessionId)?.get(name);
      const next = this.kind.ours.project(object);
      if (present && !isNewer(next, present)) {
        return null;
      }
      const session = this.ours.get(sessionId) ?? new Map<string, View>();
      this.ours.set(sessionId, session.set(name, next));
      return { sessionId };
    }
    if (!this.kind.team) {
      return null;
    }
    const present = this.team.get(name);
    this.team.set(name, this.kind.team(object));
    return present && sameMeaning(present, object) ? null : 'team';
  }

  drop(object: KubeObject): Touched {
    const sessionId = this.sessionOf(object);
    const { name, uid } = object.metadata;
    if (sessionId === null) {
      return this.team.delete(name) ? 'team' : null;
    }
    const session = this.ours.get(sessionId);
    if (session?.get(name)?.uid !== uid) {
      return null;
    }
    session!.delete(name);
    if (session!.size === 0) {
      this.ours.delete(sessionId);
    }
    return { sessionId };
  }

  /** We have deleted it; the watch tells when it is gone. */
  markDeleting(view: View): void {
    const present = this.ours.get(view.sessionId)?.get(view.name);
    if (present?.uid === view.uid) {
      present.deleting = true;
    }
  }

  /**
   * The whole truth as of a version of the list; tells everything that is
   * different. What we wrote after the list was made is kept.
   */
  replace(objects: KubeObject[], version: string): Touched[] {
    const touched: Touched[] = objects.map(object => this.put(object));
    const uids = new Set(objects.map(({ metadata }) => metadata.uid));
    for (const [sessionId, session] of this.ours) {
      for (const view of session.values()) {
        if (!uids.has(view.uid) && !later(view.resourceVersion, version)) {
          session.delete(view.name);
          touched.push({ sessionId });
        }
      }
      if (session.size === 0) {
        this.ours.delete(sessionId);
      }
    }
    for (const object of this.team.values()) {
      if (!uids.has(object.metadata.uid)) {
        this.team.delete(object.metadata.name);
        touched.push('team');
      }
    }
    this.synced = true;
    return touched.filter(each => each !== null);
  }
}

/**
 * An answer to our own write may arrive before older events of the watch.
 * Versions are compared as numbers, as the API has promised since 1.35 and
 * has always done it.
 */
function isNewer(next: View, present: View): boolean {
  if (next.uid !== present.uid) {
    return true;
  }
  return later(next.resourceVersion, present.resourceVersion);
}

function later(a: string, b: string): boolean {
  return a.length === b.length ? a > b : a.length > b.length;
}

/** Status and bookkeeping of team objects are nobody's business here. */
function sameMeaning(a: KubeObject, b: KubeObject): boolean {
  return (
    a.metadata.uid === b.metadata.uid &&
    (b.metadata.generation !== undefined
      ? a.metadata.generation === b.metadata.generation
      : JSON.stringify(a.spec) === JSON.stringify(b.spec)) &&
    JSON.stringify(a.metadata.annotations) ===
      JSON.stringify(b.metadata.annotations)
  );
}
