// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PreviewDriver } from '@preview-environments/backstage-plugin-preview-node';
import { extendLease } from '../database/claims/extendLease';
import type { SessionRecord } from '../database/SessionRecord';
import type { SessionEvents } from '../sessions/SessionEvents';
import { act } from './act';
import { afterDecision } from './afterDecision';
import { backoff } from './backoff';
import type { Checkpoints } from './checkpoints';
import type { Clock } from './clock';
import { type ClusterFacts, type Facts, NOTHING_KNOWN } from './facts';
import { asksFirst, type Known, known, knownAgain } from './gather';
import { intentOf } from './intentOf';
import type { LifecycleMeter } from './LifecycleMeter';
import { LogKeeper } from './logs/LogKeeper';
import { nextStep } from './next-step';
import type { Random } from './random';
import { changedFields, record } from './record';
import { reflect } from './reflect';
import type { SecretFiles } from './SecretFiles';
import type { LifecycleSettings } from './settings';
import type { LifecycleStore } from './store';
import type { Action, Decision } from './verdict';

/** More turns than any session needs; the rest is done at the next look. */
const MOST_TURNS = 12;

/** What the work on sessions needs from outside. */
export interface WorkerTools {
  store: LifecycleStore;
  driverFor: (cluster: string) => PreviewDriver;
  clock: Clock;
  random: Random;
  settings: LifecycleSettings;
  checkpoints: Checkpoints;
  secrets: SecretFiles;
  events: SessionEvents;
  meter: LifecycleMeter;
  logger: LoggerService;
}

/** Drives one claimed session as far as it goes just now. */
export class SessionWorker {
  private readonly logs: LogKeeper;

  constructor(private readonly tools: WorkerTools) {
    this.logs = new LogKeeper(tools);
  }

  /**
   * @returns when the session is due again, or `null` when another worker
   * has taken over or the session is over
   */
  async work(claimed: SessionRecord): Promise<number | null> {
    const { clock, meter } = this.tools;
    const began = clock.now();
    const lease = this.keepLease(claimed);
    try {
      return await this.turns(claimed, lease);
    } finally {
      lease.end();
      meter.worked(claimed.cluster, clock.now() - began);
    }
  }

  private async turns(
    claimed: SessionRecord,
    lease: Lease,
  ): Promise<number | null> {
    const { store, clock, settings } = this.tools;
    let facts = await store.run('database.load', trx => known(trx, claimed));
    let cluster = await this.firstLook(facts);
    for (let turn = 1; ; turn += 1) {
      const now = clock.now();
      const seen = reflect({ ...facts, cluster, now, settings });
      const decision = nextStep(seen);
      const action = turn < MOST_TURNS ? decision.action : undefined;
      const after = afterDecision(seen, decision);
      const dueAt = this.dueAt(decision, after.session, now);
      const releaseAt = action ? null : dueAt;
      const saved = await this.save(facts, seen, after, decision, releaseAt);
      if (saved && !action) {
        return saved.session.endedAt === null ? dueAt : null;
      }
      if (!lease.held()) {
        return null;
      }
      if (saved && action) {
        facts = saved;
        cluster = await this.act(action, facts, seen.cluster);
        continue;
      }
      // Refused: somebody wants something else by now, or took over.
      const again = await this.reload(claimed.id);
      if (
        again?.session.leaseToken !== claimed.leaseToken ||
        again.session.endedAt !== null
      ) {
        return null;
      }
      facts = again;
      cluster = await this.firstLook(facts);
    }
  }

  private async firstLook(facts: Known): Promise<ClusterFacts> {
    return asksFirst(facts)
      ? this.act('observe', facts, NOTHING_KNOWN)
      : NOTHING_KNOWN;
  }

  private async act(
    action: Action,
    { session, revisions }: Known,
    before: ClusterFacts,
  ): Promise<ClusterFacts> {
    const endsIt = action === 'detach' || action === 'remove';
    const kept =
      endsIt && before.removed === null ? this.logs.keep(session) : null;
    const { secretContents } = session.inputs;
    const files = this.tools.secrets.find(secretContents);
    const intent = intentOf(session, revisions, files);
    const facts = await act(action, intent, this.tools, before);
    await kept;
    return facts;
  }

  private dueAt(
    { verdict }: Decision,
    session: SessionRecord,
    now: number,
  ): number {
    switch (verdict.type) {
      case 'retry': {
        const again = now + backoff(session.attempt, this.tools.random.unit());
        return session.desiredState === 'running'
          ? Math.min(again, session.expiresAt ?? again)
          : again;
      }
      case 'give-up':
        return now;
      default:
        return verdict.until;
    }
  }

  /** @returns what is known now; `undefined` when the write was refused */
  private async save(
    before: Known,
    { cluster, now }: Facts,
    after: Known,
    decision: Decision,
    releaseAt: number | null,
  ): Promise<Known | undefined> {
    const { store, events, meter, logger, secrets } = this.tools;
    const dirty = isChanged(before, after);
    if (!dirty && releaseAt === null) {
      return after;
    }
    const release =
      releaseAt === null
        ? null
        : { nextRunAt: releaseAt, nudges: before.session.nudges };
    const notes = decision.events ?? [];
    const inSync = cluster.observed?.inSync ?? false;
    const session = await store.run('database.record', trx =>
      record(trx, { before, after, inSync, events: notes, now, release }),
    );
    if (!session) {
      return undefined;
    }
    meter.changed(before.session, session, now);
    if (!['provisioning', 'updating'].includes(session.phase)) {
      secrets.forget(session.inputs.secretContents);
    }
    if (dirty) {
      logger.debug(`${decision.check}: ${decision.reason}`, {
        session: session.id,
        phase: session.phase,
      });
      events.changed(session.id);
    }
    // A revision that was begun here has a timeline to be read back.
    return session.revision === before.session.revision
      ? { ...after, session }
      : this.reload(session.id);
  }

  private reload(id: string): Promise<Known | undefined> {
    return this.tools.store.run('database.load', trx => knownAgain(trx, id));
  }

  /** Gives signs of life while the work takes long. */
  private keepLease({ id, leaseToken, leaseUntil }: SessionRecord): Lease {
    const { clock, settings, store } = this.tools;
    let until = leaseUntil ?? 0;
    let ended = false;
    let cancel = () => {};
    const schedule = (beat: () => Promise<void>) => {
      cancel = clock.setTimer(clock.now() + settings.lease / 3, beat);
    };
    const beat = async () => {
      const next = clock.now() + settings.lease;
      const kept = await store
        .run('database.extendLease', trx =>
          extendLease(trx, { id, leaseToken }, next),
        )
        .catch(() => null);
      until = kept ? next : until;
      if (kept !== false && !ended) {
        schedule(beat);
      }
    };
    schedule(beat);
    return {
      held: () => clock.now() < until,
      end: () => {
        ended = true;
        cancel();
      },
    };
  }
}

interface Lease {
  /** Whether the claim is surely still ours: others may act after that. */
  held(): boolean;
  end(): void;
}

function isChanged(before: Known, after: Known): boolean {
  return (
    after.steps !== before.steps ||
    after.revisions.some((each, n) => each !== before.revisions[n]) ||
    Object.keys(changedFields(before.session, after.session)).length > 0
  );
}
