// SPDX-License-Identifier: Apache-2.0
import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';

/** The service as a portal has it, with everything sent kept. */
export class RecordingNotifications implements NotificationService {
  readonly sent: NotificationSendOptions[] = [];
  /** How the next calls go, one after the other; then all go well. */
  readonly fates: ('refused' | 'lost-answer' | 'no-answer')[] = [];
  tries = 0;

  async send(options: NotificationSendOptions): Promise<void> {
    this.tries += 1;
    const fate = this.fates.shift();
    if (fate !== 'refused') {
      this.sent.push(options);
    }
    if (fate === 'no-answer') {
      await new Promise(() => {});
    }
    if (fate) {
      throw new Error(`Failed to send notifications: ${fate}`);
    }
  }

  get titles(): string[] {
    return this.sent.map(({ payload }) => payload.title);
  }

  get scopes(): (string | undefined)[] {
    return this.sent.map(({ payload }) => payload.scope);
  }
}
