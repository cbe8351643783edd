// SPDX-License-Identifier: Apache-2.0
import {
  type AuditEvent,
  type PreviewSession,
  PreviewClient,
} from '@preview-environments/backstage-plugin-preview-common';
import { until } from '../fixtures/until';

const LONGEST_WAIT_S = 25;

/** One person's view of a backend: the typed client, and ways to wait. */
export class Portal extends PreviewClient {
  constructor(readonly url: string, token: () => Promise<string>) {
    super({
      client: 'api',
      discoveryApi: { getBaseUrl: async plugin => `${url}/api/${plugin}` },
      fetchApi: {
        fetch: async (input, init) =>
          fetch(input, {
            ...init,
            headers: {
              ...(init?.headers as Record<string, string>),
              Authorization: `Bearer ${await token()}`,
            },
          }),
      },
    });
  }

  /** Until it answers, or can no longer. */
  async untilReady(id: string): Promise<PreviewSession> {
    const { session } = await this.wait(id, {
      for: 'ready',
      timeout: LONGEST_WAIT_S,
    });
    if (session.phase !== 'ready') {
      throw new Error(
        `Not ready: ${JSON.stringify(
          {
            phase: session.phase,
            failure: session.failure,
            steps: session.steps,
          },
          null,
          1,
        )}`,
      );
    }
    return session;
  }

  /** Until its objects are gone. */
  async untilEnded(id: string): Promise<PreviewSession> {
    const { session } = await this.wait(id, {
      for: 'stopped',
      timeout: LONGEST_WAIT_S,
    });
    if (session.endedAt === null) {
      throw new Error(`Not ended: ${session.phase}`);
    }
    return session;
  }

  untilPhase(id: string, phase: PreviewSession['phase']) {
    return until(
      `the phase ${phase}`,
      () => this.getSession(id),
      session => session.phase === phase,
    );
  }

  /** All that was recorded of a session, oldest first. */
  async story(session: string): Promise<AuditEvent[]> {
    const events: AuditEvent[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.listAuditEvents({ session, limit: 200, cursor });
      events.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return events.reverse();
  }
}
