// SPDX-License-Identifier: Apache-2.0
import { JOBS, type Resource } from '../cluster/resources';
import { KindStore } from './KindStore';
import { WATCHED } from './kinds';
import {
  noObjects,
  type RootView,
  type SessionObjects,
  type View,
} from './views';

/** Everything that is watched in one namespace of one cluster. */
export class NamespaceState {
  private readonly stores = new Map(
    WATCHED.map(kind => [kind.resource, new KindStore(kind)]),
  );

  store(resource: Resource): KindStore | undefined {
    return this.stores.get(resource);
  }

  /** Whether all kinds of our own objects are known completely. */
  knowsSessions(): boolean {
    return WATCHED.every(
      ({ ours, resource }) => !ours || this.stores.get(resource)!.synced,
    );
  }

  session(sessionId: string): SessionObjects {
    const objects = noObjects();
    for (const { ours, resource } of WATCHED) {
      if (ours) {
        (objects[ours.slot] as View[]).push(
          ...this.stores.get(resource)!.ofSession(sessionId),
        );
      }
    }
    return objects;
  }

  roots(): RootView[] {
    return this.stores.get(JOBS)!.all() as RootView[];
  }

  /** After the end of a watch nothing here is complete any more. */
  forget(): void {
    for (const { resource } of WATCHED) {
      this.stores.get(resource)!.synced = false;
    }
  }
}
