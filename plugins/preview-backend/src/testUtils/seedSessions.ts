// SPDX-License-Identifier: Apache-2.0
import type { Phase } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { toRow } from '../database/columns';
import {
  REVISION_COLUMNS,
  type RevisionRecord,
} from '../database/history/RevisionRecord';
import { STEP_COLUMNS, type StepRecord } from '../database/history/StepRecord';
import {
  TRAFFIC_COLUMNS,
  type TrafficRecord,
} from '../database/history/TrafficRecord';
import { SESSION_COLUMNS, type SessionRecord } from '../database/SessionRecord';
import { aSession, numbered, TEST_START, withKey } from './aSession';
import { settle, SPREAD } from './seedEvents';

/** Session n begins a minute after session n - 1. */
const MINUTE = 60_000;
/** Later than any test: nobody works on what was seeded. */
const NEVER_DUE = Date.UTC(2100, 0, 1);
const PHASES: Phase[] = ['ready', 'ready', 'ready', 'degraded', 'provisioning'];
/** Rows of one statement; PostgreSQL takes 65,535 values. */
const BATCH = 500;

/**
 * Adds `count` sessions, of which the last `active` have not ended, each with
 * a revision, two steps and an interval of traffic. Several share a key.
 */
export async function seedSessions(
  knex: Knex,
  count: number,
  active: number,
): Promise<void> {
  for (let from = 1; from <= count; from += BATCH) {
    const sessions = Array.from(
      { length: Math.min(BATCH, count - from + 1) },
      (_, n) => seeded(from + n, from + n > count - active),
    );
    await knex.transaction(async trx => {
      const insert = (table: string, rows: object[]) =>
        trx.batchInsert(table, rows, BATCH / 10);
      await insert(
        'sessions',
        sessions.map(each => toRow(SESSION_COLUMNS, each)),
      );
      await insert('session_revisions', sessions.map(revisionOf));
      await insert('session_steps', sessions.flatMap(stepsOf));
      await insert('traffic_intervals', sessions.map(intervalOf));
    });
  }
  await settle(knex);
}

/** Rows as wide as real ones: plans depend on it. */
const WIDTH: Pick<SessionRecord, 'differences' | 'pods' | 'access'> = {
  differences: Array.from({ length: 10 }, (_, n) => ({
    what: `label app.kubernetes.io/part-${n}`,
    action: 'dropped',
    why: 'A Service or a PodDisruptionBudget of the namespace selects by it.',
  })),
  pods: [
    {
      name: 'pv-pr-1-0123456789-r1-abcde',
      phase: 'Running',
      restarts: 0,
      containers: ['app', 'proxy'],
      imageDigest: `sha256:${'0'.repeat(64)}`,
    },
  ],
  access: {
    url: 'https://shop.staging.example.com/',
    reason: null,
    headers: { 'x-preview-key': 'pr-1' },
    curl: "curl -H 'x-preview-key: pr-1' https://shop.staging.example.com/",
    portForward: 'kubectl -n shop port-forward service/pv-pr-1 8080:80',
    shareUrl: null,
  },
};

function seeded(n: number, isActive: boolean): SessionRecord {
  const at = TEST_START + n * MINUTE;
  const service = n % SPREAD.services;
  const session = aSession(
    numbered(n),
    // A number that shares no factor with the spread: no two alike are active.
    withKey(`pr-${n % 3_999}`),
  );
  const endedAt = isActive ? null : at + 30 * MINUTE;
  return {
    ...session,
    entityRef: `component:default/service-${service}`,
    ownerRef: `group:default/team-${n % SPREAD.teams}`,
    ownerAtStart: `group:default/team-${n % SPREAD.teams}`,
    cluster: `cluster-${n % SPREAD.clusters}`,
    target: `deployment/service-${service}`,
    image: `shop/service-${service}:build-${n}`,
    createdBy: `user:default/user-${n % SPREAD.users}`,
    createdAt: at,
    desiredAt: at,
    expiresAt: NEVER_DUE + (n % 1_000) * MINUTE,
    nextRunAt: NEVER_DUE,
    ...WIDTH,
    phase: isActive ? PHASES[n % PHASES.length] : 'stopped',
    endedAt,
    endReason: isActive ? null : 'stopped',
  };
}

function revisionOf({ id, image, createdAt, createdBy }: SessionRecord) {
  const revision: RevisionRecord = {
    ...{ sessionId: id, number: 1, image, at: createdAt, by: createdBy },
    digests: [`sha256:${image}`],
  };
  return toRow(REVISION_COLUMNS, revision);
}

function stepsOf({ id, createdAt }: SessionRecord) {
  return (['accepted', 'available'] as const).map(name => {
    const step: StepRecord = {
      ...{ sessionId: id, revision: 1, name, at: createdAt },
      status: 'done',
      message: null,
    };
    return toRow(STEP_COLUMNS, step);
  });
}

function intervalOf(session: SessionRecord) {
  const { entityRef, ownerRef, cluster, namespace, target, image } = session;
  const interval: TrafficRecord = {
    ...{ entityRef, ownerRef, cluster, namespace, target, image },
    sessionId: session.id,
    fromAt: session.createdAt,
    toAt: session.endedAt,
    revision: 1,
    filter: session.traffic.filter,
    imageDigest: `sha256:${image}`,
  };
  return toRow(TRAFFIC_COLUMNS, interval);
}
