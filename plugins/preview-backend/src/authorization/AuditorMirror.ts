// SPDX-License-Identifier: Apache-2.0
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { PreviewError } from '@preview-environments/backstage-plugin-preview-common';
import type { Attempt } from './Attempt';
import type { Caller } from './Caller';

/** What changes something, or shows what may be secret. */
const NOTED = [
  'start',
  'change',
  'stop',
  'restart',
  'verify',
  'logs',
  'export',
];

/**
 * Tells Backstage's auditor of what our own audit log has already, so that
 * whoever collects that stream finds previews in it. Told after the commit,
 * with the real actor; trouble here changes nothing.
 */
export class AuditorMirror {
  constructor(
    private readonly auditor: AuditorService,
    private readonly logger: LoggerService,
  ) {}

  succeeded(caller: Caller, attempt: Attempt): void {
    if (NOTED.includes(attempt.what)) {
      void this.tell(caller, attempt, null);
    }
  }

  denied(caller: Caller, attempt: Attempt, error: PreviewError): void {
    void this.tell(caller, attempt, error);
  }

  private async tell(
    caller: Caller,
    { what, ...about }: Attempt,
    error: PreviewError | null,
  ): Promise<void> {
    try {
      const event = await this.auditor.createEvent({
        eventId: `session-${what}`,
        severityLevel: 'medium',
        meta: { ...about, actor: caller.ref, via: caller.via },
      });
      await (error
        ? event.fail({ error, meta: { code: error.code } })
        : event.success());
    } catch (trouble) {
      this.logger.warn('The auditor could not be told', {
        cause: trouble instanceof Error ? trouble.name : 'unknown',
      });
    }
  }
}
