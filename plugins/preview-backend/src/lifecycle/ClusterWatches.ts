// SPDX-License-Identifier: Apache-2.0
import type { DriverChange } from '@preview-environments/backstage-plugin-preview-node';
import { listActiveIn } from '../database/claims/listActiveIn';
import { holdClusters } from '../database/coordination/holdClusters';
import { releaseClusters } from '../database/coordination/releaseClusters';
import { describeError } from '../redaction/describeError';
import type { Adoption } from './Adoption';
import { backoff } from './backoff';
import type { Cancel } from './clock';
import type { LifecycleNudge } from './LifecycleNudge';
import type { WorkerTools } from './SessionWorker';

/** Changes of a team's objects come in bursts; one look answers them all. */
const NAMESPACE_DELAY = 200;

/**
 * Watches the clusters that this replica holds, so that there is one set of
 * watches however many replicas and sessions there are.
 */
export class ClusterWatches {
  private readonly held = new Map<
    string,
    { controller: AbortController; watching: Promise<void> }
  >();

  /** Clusters whose watches could not even begin, until they last. */
  private readonly broken = new Map<
    string,
    { attempt: number; again: number; message: string }
  >();

  /** What is to be done after a burst of changes, by name. */
  private readonly bursts = new Map<string, Cancel>();

  constructor(
    private readonly tools: WorkerTools,
    private readonly clusters: string[],
    private readonly holder: string,
    private readonly nudges: LifecycleNudge,
    private readonly adoption: Adoption,
  ) {}

  /** Clusters whose watches are here. */
  mine(): string[] {
    return [...this.held.keys()];
  }

  /** Renews what is held, takes what is free, gives up what was lost. */
  async renew(): Promise<void> {
    const { clock, settings, store, logger } = this.tools;
    if (this.clusters.length === 0) {
      return;
    }
    const claim = {
      holder: this.holder,
      now: clock.now(),
      leaseFor: settings.clusterLease,
    };
    const mine = await store.run('database.holdCluster', trx =>
      holdClusters(trx, this.clusters, claim),
    );
    for (const cluster of this.held.keys()) {
      if (!mine.includes(cluster)) {
        logger.info('Another replica watches the cluster now', { cluster });
        await this.drop(cluster);
      }
    }
    for (const cluster of mine) {
      const broken = this.broken.get(cluster);
      if (!this.held.has(cluster)) {
        if (!broken || broken.again <= clock.now()) {
          this.watch(cluster);
        }
      } else if (broken) {
        // It has lasted from one renewal to the next.
        this.broken.delete(cluster);
        logger.info('The cluster is watched again', { cluster });
      }
    }
  }

  /** Ends all watches and leaves the clusters to the other replicas. */
  async stop(): Promise<void> {
    await Promise.all(this.mine().map(cluster => this.drop(cluster)));
    this.bursts.forEach(cancel => cancel());
    await this.tools.store.run('database.releaseCluster', trx =>
      releaseClusters(trx, this.holder),
    );
  }

  private watch(cluster: string): void {
    const controller = new AbortController();
    const { driverFor } = this.tools;
    const watching = (async () =>
      driverFor(cluster).watch(
        cluster,
        change => this.onChange(change),
        controller.signal,
      ))().catch(error => {
      this.held.delete(cluster);
      this.onBroken(cluster, error);
    });
    this.held.set(cluster, { controller, watching });
  }

  /** Tries again with growing pauses; says so once, until something changes. */
  private onBroken(cluster: string, error: unknown): void {
    const { clock, random, logger } = this.tools;
    const message = describeError(error);
    const before = this.broken.get(cluster);
    const attempt = (before?.attempt ?? 0) + 1;
    const again = clock.now() + backoff(attempt, random.unit());
    this.broken.set(cluster, { attempt, again, message });
    if (message !== before?.message) {
      logger.error(
        `The cluster cannot be watched, which is tried again: ${message}`,
        { cluster },
      );
    }
  }

  private async drop(cluster: string): Promise<void> {
    const held = this.held.get(cluster);
    this.held.delete(cluster);
    held?.controller.abort();
    await held?.watching;
  }

  private onChange(change: DriverChange): void {
    const { cluster, namespace, sessionId, elsewhere } = change;
    if (elsewhere) {
      this.soon(JSON.stringify([cluster]), () => this.adopt(cluster));
    }
    if (sessionId === null) {
      this.soon(JSON.stringify([cluster, namespace]), () =>
        this.lookAtAll({ cluster, namespace }),
      );
    } else {
      this.nudges.nudge(sessionId, { priority: 'watch' });
    }
  }

  /** Once for all calls with the same name within a short time. */
  private soon(name: string, work: () => void): void {
    if (!this.bursts.has(name)) {
      const { clock } = this.tools;
      const cancel = clock.setTimer(clock.now() + NAMESPACE_DELAY, () => {
        this.bursts.delete(name);
        work();
      });
      this.bursts.set(name, cancel);
    }
  }

  /** Somebody else may have started something; the sweep looks again. */
  private adopt(cluster: string): void {
    this.adoption.run(cluster).catch(error => {
      this.tools.logger.warn(
        `What was started elsewhere was not read: ${describeError(error)}`,
        { cluster },
      );
    });
  }

  /** Something of the team's changed: it may concern any session there. */
  private lookAtAll(where: { cluster: string; namespace: string }): void {
    this.tools.store
      .run('database.listActiveIn', trx => listActiveIn(trx, where))
      .then(ids =>
        ids.forEach(id => this.nudges.nudge(id, { priority: 'watch' })),
      )
      .catch(error => {
        this.tools.logger.warn(
          `A change in a namespace went unseen: ${describeError(error)}`,
        );
      });
  }
}
