// SPDX-License-Identifier: Apache-2.0
import { KubeConfig } from '@kubernetes/client-node';
import { Cancel, Clock } from '../gateway/clock';
import { Agents } from '../gateway/Controller';
import { nameOf } from '../gateway/objects';
import { Rounds } from '../gateway/Rounds';
import { Interception } from '../gateway/table/interception';
import { Hands } from './Hands';
import { interceptionOf } from './interceptionOf';
import { Facts, nextStep, Step } from './nextStep';
import { PreviewSession, sessionLabel, Workload } from './objects';
import { OperatorWatch } from './OperatorWatch';

const RETRY_MS = 500;

/** Drives every session of the cluster, one step at a time. */
export class Operator implements Agents {
  readonly #rounds: Rounds;
  readonly #cluster: OperatorWatch;
  readonly #hands: Hands;
  readonly #busy = new Set<string>();
  /** The last step of each session and the version that it was decided from. */
  readonly #done = new Map<string, string>();
  readonly #timers = new Map<string, Cancel>();
  readonly #lastRequests = new Map<string, number>();
  #stopped = false;
  #changed: () => void = () => {};

  constructor(kubeConfig: KubeConfig, private readonly clock: Clock) {
    this.#hands = new Hands(kubeConfig);
    this.#rounds = new Rounds(clock, () => this.#round());
    this.#cluster = new OperatorWatch(kubeConfig, clock, () => {
      this.#rounds.nudge();
      this.#changed();
    });
  }

  get hands(): Hands {
    return this.#hands;
  }

  start(): void {
    this.#cluster.start();
  }

  stop(): void {
    this.#stopped = true;
    this.#rounds.stop();
    this.#cluster.stop();
    this.#timers.forEach(cancel => cancel());
  }

  onChange(callback: () => void): void {
    this.#changed = callback;
  }

  interceptions(): Interception[] {
    return this.#cluster.sessions().flatMap(session => {
      const target = this.#targetOf(session);
      const arrived = () => this.#arrived(session);
      return (target && interceptionOf(session, target, arrived)) ?? [];
    });
  }

  #targetOf({ metadata, spec }: PreviewSession): Workload | undefined {
    const { kind, name } = spec.target;
    return this.#cluster.workload(kind, metadata.namespace ?? '', name);
  }

  #factsOf(session: PreviewSession): Facts {
    const { uid = '', name, namespace = '' } = session.metadata;
    return {
      session,
      target: this.#targetOf(session),
      built:
        this.#cluster.workload('Deployment', namespace, name)?.metadata
          .labels?.[sessionLabel] === uid,
      pods: this.#cluster.podsOf(uid),
      lastRequest: this.#lastRequests.get(uid) ?? 0,
      now: this.clock.now(),
    };
  }

  #round(): void {
    const sessions = this.#cluster.sessions();
    const present = new Set(sessions.map(({ metadata }) => metadata.uid ?? ''));
    for (const map of [this.#done, this.#timers, this.#lastRequests]) {
      for (const uid of map.keys()) if (!present.has(uid)) map.delete(uid);
    }
    for (const session of sessions) this.#look(session);
  }

  #look(session: PreviewSession): void {
    const { uid = '', resourceVersion } = session.metadata;
    if (this.#busy.has(uid)) return;
    const facts = this.#factsOf(session);
    const step = nextStep(facts);
    if (step.do === 'wait') {
      if (step.until) this.#lookAgain(uid, step.until - facts.now);
      return;
    }
    // What a write brought about is on its way by the watch.
    const mark = `${resourceVersion} ${step.do}`;
    if (this.#done.get(uid) === mark) return;
    this.#done.set(uid, mark);
    void this.#perform(step, facts);
  }

  async #perform(step: Step, { session, target }: Facts): Promise<void> {
    const { uid = '' } = session.metadata;
    this.#busy.add(uid);
    if (step.do === 'report' && step.status.phase === 'Ready')
      this.#lastRequests.set(uid, this.clock.now());
    try {
      await this.#hands.perform(step, session, target);
    } catch (error) {
      this.#done.delete(uid);
      this.#lookAgain(uid, RETRY_MS);
      if (!this.#stopped) {
        process.stderr.write(
          `demo-operator: ${nameOf(session)}: ${(error as Error).message}\n`,
        );
      }
    } finally {
      this.#busy.delete(uid);
      this.#rounds.nudge();
    }
  }

  #lookAgain(uid: string, ms: number): void {
    this.#timers.get(uid)?.();
    this.#timers.set(
      uid,
      this.clock.after(ms, () => this.#rounds.nudge()),
    );
  }

  /** A request came for a session; one that sleeps is woken by it. */
  #arrived(session: PreviewSession): void {
    const { uid = '' } = session.metadata;
    this.#lastRequests.set(uid, this.clock.now());
    if (session.status?.phase === 'Idle' && !this.#busy.has(uid)) {
      const status = { phase: 'Waiting' };
      void this.#perform({ do: 'report', status }, this.#factsOf(session));
    }
  }
}
