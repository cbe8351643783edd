// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { SessionRecord } from '../database/SessionRecord';
import { beginRevision } from '../sessions/beginRevision';
import { PHASE_TABLE } from '../sessions/phases';
import { aSession } from '../testUtils/aSession';
import {
  anObservation,
  aRevision,
  aYoungRevision,
  nothingThere,
  someFacts,
} from '../testUtils/someFacts';
import { afterDecision } from './afterDecision';
import { ownProblem } from './checks/fail';
import { type ClusterFacts, type Facts, NOTHING_KNOWN } from './facts';
import { nextStep } from './next-step';
import { reflect } from './reflect';

type Event =
  | { type: 'cluster'; facts: Partial<ClusterFacts> }
  | { type: 'command'; what: 'stop' | 'resume' | 'update' | 'extend' }
  | { type: 'time'; ms: number };

const problem = fc.constantFrom(
  null,
  ownProblem('CrashLoop'),
  { ...ownProblem('ImagePullFailed'), fatal: false },
  ownProblem('NoRoute'),
);

const observed = fc.oneof(
  fc.constant(null),
  fc.constant(nothingThere()),
  fc
    .record({
      revisions: fc.uniqueArray(
        fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), problem),
        { maxLength: 3, selector: ([number]) => number },
      ),
      serving: fc.option(fc.integer({ min: 1, max: 4 })),
      routeState: fc.constantFrom(
        'detached',
        'pending',
        'attached',
        'rejected',
      ),
      routeProblem: problem,
      exists: fc.boolean(),
      leftovers: fc.boolean(),
      terminating: fc.boolean(),
      targetExists: fc.boolean(),
      inSync: fc.boolean(),
      sessionProblem: problem,
    })
    .map(({ revisions, routeState, routeProblem, sessionProblem, ...rest }) =>
      anObservation({
        ...rest,
        revisions: revisions.map(([number, available, trouble]) =>
          available
            ? aRevision(number)
            : aYoungRevision(number, { problem: trouble }),
        ),
        route: { state: routeState as 'attached', problem: routeProblem },
        problem: sessionProblem,
      }),
    ),
);

const clusterFacts = fc.record<Partial<ClusterFacts>>(
  {
    observed,
    source: fc.constantFrom('observe' as const, 'apply' as const),
    removed: fc.constantFrom(null, 'accepted' as const, 'gone' as const),
    detached: fc.boolean(),
    cause: fc.constantFrom(null, null, 'timeout'),
    refusal: fc.constantFrom(null, null, ownProblem('Forbidden')),
    verification: fc.constantFrom(
      null,
      ...(['verified', 'failed', 'leak', 'not-checked'] as const).map(
        state => ({ state, message: '', evidence: [] }),
      ),
    ),
  },
  { requiredKeys: [] },
);

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: clusterFacts.map(facts => ({ type: 'cluster' as const, facts })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'stop' as const,
        'resume' as const,
        'update' as const,
        'extend' as const,
      )
      .map(what => ({ type: 'command' as const, what })),
  },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 1, max: 2_000_000 })
      .map(ms => ({ type: 'time' as const, ms })),
  },
);

function command(
  session: SessionRecord,
  what: 'stop' | 'resume' | 'update' | 'extend',
  now: number,
): Partial<SessionRecord> {
  switch (what) {
    case 'stop':
      return { desiredState: 'stopped', desiredEndReason: 'stopped' };
    case 'resume':
      return { desiredState: 'running' };
    case 'update':
      return beginRevision(session, 'shop/checkout:other', now);
    case 'extend':
    default:
      return { expiresAt: now + 3_600_000, backstopAt: now + 3_605_000 };
  }
}

function holds(session: SessionRecord): void {
  expect(session.phase === 'stopped').toBe(session.endedAt !== null);
  if (['failed', 'stopping', 'stopped'].includes(session.phase)) {
    expect(session.routed).toBe(false);
  }
  if (session.phase === 'failed') {
    expect(session.failure).not.toBeNull();
    expect(session.keepUntil).not.toBeNull();
  }
  if (session.phase === 'ready') {
    expect(session.readyAt).not.toBeNull();
    expect(session.servingRevision).not.toBeNull();
  }
}

describe('whatever is observed and commanded', () => {
  it('phases follow the table, and what must hold in them holds', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), events => {
        let facts: Facts = someFacts(aSession());
        for (const each of events) {
          const before = facts.session;
          if (before.endedAt !== null) {
            break;
          }
          if (each.type === 'time') {
            facts = { ...facts, now: facts.now + each.ms };
          } else if (each.type === 'command') {
            const session = {
              ...before,
              ...command(before, each.what, facts.now),
            };
            facts = { ...someFacts(session), now: facts.now };
          } else {
            const cluster = { ...NOTHING_KNOWN, ...each.facts };
            const seen = reflect({ ...facts, cluster });
            facts = { ...facts, ...afterDecision(seen, nextStep(seen)) };
            holds(facts.session);
          }
          const { phase } = facts.session;
          expect([before.phase, ...PHASE_TABLE[before.phase]]).toContain(phase);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
