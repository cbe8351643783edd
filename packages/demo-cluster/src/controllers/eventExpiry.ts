// SPDX-License-Identifier: Apache-2.0
import { fromTime } from '../clock';
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { ComeBack, Controller } from './Controller';

const LIFETIME_MS = 3_600_000;
const SWEEP_MS = 300_000;

/** Events are kept for an hour. */
export class EventExpiry implements Controller {
  readonly name = 'event-expiry';

  constructor(private readonly registry: Registry) {}

  initial(): string[] {
    return ['sweep'];
  }

  nudges(): string[] {
    return [];
  }

  reconcile(): ComeBack {
    const oldest = this.registry.clock.now() - LIFETIME_MS;
    const kind = this.registry.kind('events');
    for (const event of this.registry.store.list('events')) {
      const { lastTimestamp, metadata } = event;
      if (fromTime(lastTimestamp ?? metadata.creationTimestamp) < oldest)
        deleteObject(this.registry, kind, event, {});
    }
    return SWEEP_MS;
  }
}
