// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { listRevisions } from '../database/history/listRevisions';
import { listSteps } from '../database/history/listSteps';
import type { SessionRecord } from '../database/SessionRecord';
import { getSession } from '../database/sessions/getSession';
import { type ClusterFacts, type Facts, NOTHING_KNOWN } from './facts';

/*
 * Facts are gathered once per decision, from the row and from one answer of
 * the cluster. The row alone says what the cluster shall hold (intentOf.ts),
 * so an update in place is a walk through rows; S = serving, R = wanted,
 * old = retiring revision, [n] = pods of revision n, * = gets the traffic:
 *
 *   start          S=-  R=1          [1]            provisioning
 *   takes over     S=1  R=1          [1]*           provisioning, then ready
 *
 *   update         S=1  R=2          [1]* [2]       updating: 1 serves on
 *   takes over     S=2  R=2  old=1   [1]  [2]*      1 drains
 *   retired        S=2  R=2               [2]*      ready
 *
 *   update fails   S=1  R=2 failed   [1]*           ready, UpdateFailed
 *   next update    S=1  R=3          [1]* [3]       updating again
 *
 *   no room        S=-  R=2               [2]       provisioning: short gap
 *
 * Each line is committed before the cluster hears of it. A crash between the
 * two is repaired by the next look: the row wants what the cluster lacks.
 */

/** What the database knows, apart from the row itself. */
export type Known = Pick<Facts, 'session' | 'steps' | 'revisions'>;

/** Reads timeline and revisions beside a row that was just claimed. */
export async function known(
  trx: Knex.Transaction,
  session: SessionRecord,
): Promise<Known> {
  return {
    session,
    steps: await listSteps(trx, [session.id], session.revision),
    revisions: await listRevisions(trx, [session.id]),
  };
}

/** Reads everything again, after somebody wanted something else meanwhile. */
export async function knownAgain(
  trx: Knex.Transaction,
  id: string,
): Promise<Known | undefined> {
  const session = await getSession(trx, id);
  return session && known(trx, session);
}

/**
 * Whether a look has to begin with the cluster: not for one that has nothing
 * there yet, nor for one that is to be removed in any case.
 */
export function asksFirst({ session }: Known): boolean {
  return (
    session.handle !== null &&
    (session.desiredState === 'running' || session.phase === 'stopping')
  );
}

/** What is known of the cluster after a call failed. */
export function noAnswer(failure: Partial<ClusterFacts>): ClusterFacts {
  return { ...NOTHING_KNOWN, ...failure };
}
