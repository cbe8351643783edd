// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type { Clock } from '../lifecycle/clock';

/** Lets something happen so often in a minute, by name, in this process. */
export class RateLimit {
  private readonly taken = new Map<string, number[]>();

  constructor(
    private readonly clock: Clock,
    private readonly perMinute: number,
  ) {}

  /** @throws PreviewError `TooManyRequests` */
  take(name: string): void {
    const since = this.clock.now() - 60_000;
    for (const [other, times] of this.taken) {
      if (times.at(-1)! <= since) {
        this.taken.delete(other);
      }
    }
    const recent = (this.taken.get(name) ?? []).filter(at => at > since);
    if (recent.length >= this.perMinute) {
      throw previewError('TooManyRequests');
    }
    this.taken.set(name, [...recent, this.clock.now()]);
  }
}
