// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject } from '../objects';
import { randomness } from '../random';
import { Registry } from '../registry/Registry';
import { StatusError } from '../registry/StatusError';

export interface EventText {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** Such as `spec.containers{app}`. */
  fieldPath?: string;
}

/** Writes `v1` Events; one that repeats is counted, not written again. */
export class EventRecorder {
  /** Names of the events that this recorder wrote, by what they say of whom. */
  readonly #names = new Map<string, string>();

  constructor(
    private readonly registry: Registry,
    private readonly component: string,
    private readonly host?: string,
  ) {}

  record(
    about: KubernetesObject,
    { type, reason, message, fieldPath }: EventText,
  ): void {
    const { namespace = 'default', uid } = about.metadata;
    const now = this.registry.now();
    const identity = [uid, reason, message, fieldPath].join('|');
    const known = this.#names.get(identity);
    const same = known && this.registry.store.get('events', namespace, known);
    if (same) {
      this.registry.mutate('events', same.metadata, event => {
        event.count += 1;
        event.lastTimestamp = now;
      });
      return;
    }
    try {
      const name = `${about.metadata.name}.${randomness.suffix(16)}`;
      this.#names.set(identity, name);
      this.registry.create(this.registry.kind('events'), {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name, namespace },
        involvedObject: {
          kind: about.kind,
          namespace: about.metadata.namespace,
          name: about.metadata.name,
          uid,
          apiVersion: about.apiVersion,
          resourceVersion: about.metadata.resourceVersion,
          ...(fieldPath && { fieldPath }),
        },
        reason,
        message,
        source: {
          component: this.component,
          ...(this.host && { host: this.host }),
        },
        firstTimestamp: now,
        lastTimestamp: now,
        count: 1,
        type,
        eventTime: null,
        reportingComponent: this.component,
        reportingInstance: this.host ?? '',
      });
    } catch (error) {
      // A namespace that is going takes no new events; nothing depends on them.
      if (!(error instanceof StatusError)) throw error;
    }
  }
}
