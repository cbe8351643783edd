// SPDX-License-Identifier: Apache-2.0

/** Told after every committed change of a session. */
export type SessionListener = (sessionId: string) => void;

/**
 * Changes of sessions inside this process, for signals and long polls. Other
 * replicas have their own.
 */
export class SessionEvents {
  private readonly listeners = new Set<SessionListener>();

  /** Call after commit. A listener that throws does not stop the others. */
  changed(sessionId: string): void {
    for (const listener of [...this.listeners]) {
      try {
        listener(sessionId);
      } catch {
        // A listener's trouble is its own: the change has happened.
      }
    }
  }

  /** @returns ends the subscription */
  subscribe(listener: SessionListener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Open subscriptions, for leak checks. */
  get size(): number {
    return this.listeners.size;
  }
}
