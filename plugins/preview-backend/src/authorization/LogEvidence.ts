// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { listSessions } from '../database/sessions/listSessions';
import type { Caller } from './Caller';
import type { SessionGuard } from './SessionGuard';

/**
 * The last lines of a crashed container are log lines like others: only who
 * may read the logs of a preview sees them among its evidence.
 */
export class LogEvidence {
  constructor(
    private readonly knex: Knex,
    private readonly guard: Pick<SessionGuard, 'judge'>,
  ) {}

  /** The views without lines that the caller may not read. */
  async readable(
    caller: Caller,
    views: PreviewSession[],
  ): Promise<PreviewSession[]> {
    const ids = views.filter(hasLines).map(({ id }) => id);
    if (ids.length === 0) {
      return views;
    }
    const judge = await this.guard.judge(caller, 'logs');
    const sessions = await this.knex.transaction(trx =>
      listSessions(trx, {
        filter: { ids },
        order: { by: 'createdAt', direction: 'desc' },
        limit: ids.length,
      }),
    );
    const open = new Set(
      sessions.filter(each => judge(each) === null).map(({ id }) => id),
    );
    return views.map(view => (open.has(view.id) ? view : withoutLines(view)));
  }

  async one(caller: Caller, view: PreviewSession): Promise<PreviewSession> {
    const [readable] = await this.readable(caller, [view]);
    return readable;
  }

  /** An answer with a session in it. */
  async within<T extends { session: PreviewSession }>(
    caller: Caller,
    answer: T,
  ): Promise<T> {
    return { ...answer, session: await this.one(caller, answer.session) };
  }
}

function hasLines({ failure }: PreviewSession): boolean {
  return failure?.evidence.some(({ kind }) => kind === 'log') ?? false;
}

function withoutLines(view: PreviewSession): PreviewSession {
  const { failure } = view;
  return failure
    ? {
        ...view,
        failure: {
          ...failure,
          evidence: failure.evidence.filter(({ kind }) => kind !== 'log'),
        },
      }
    : view;
}
