// SPDX-License-Identifier: Apache-2.0
import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import type { SessionRecord } from '../database/SessionRecord';
import type { LifecycleMeter } from '../lifecycle/LifecycleMeter';

const SECONDS = 's';
const UP_TO_MINUTES = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600];
const UP_TO_SECONDS = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Measures lives of previews. Labels are few and known beforehand: cluster,
 * outcome, code. Never an id, a key, a person or an image.
 */
export class SessionMeter implements LifecycleMeter {
  private readonly provision: MetricsServiceHistogram;
  private readonly cleanup: MetricsServiceHistogram;
  private readonly deadlineLag: MetricsServiceHistogram;
  private readonly reconcile: MetricsServiceHistogram;
  private readonly clusterErrors: MetricsServiceCounter;
  private readonly routeLeaks: MetricsServiceCounter;

  constructor(metrics: MetricsService, clusters: string[]) {
    const seconds = (name: string, description: string, bounds: number[]) =>
      metrics.createHistogram(name, {
        description,
        unit: SECONDS,
        advice: { explicitBucketBoundaries: bounds },
      });
    this.provision = seconds(
      'preview.provision.duration',
      'From the start of a preview until it is ready, or has failed',
      UP_TO_MINUTES,
    );
    this.cleanup = seconds(
      'preview.cleanup.duration',
      'From the wish to end a preview until nothing of it is left',
      UP_TO_MINUTES,
    );
    this.deadlineLag = seconds(
      'preview.deadline.lag',
      'From the deadline of a preview until its removal begins',
      UP_TO_SECONDS,
    );
    this.reconcile = seconds(
      'preview.reconcile.duration',
      'One piece of work on one preview',
      UP_TO_SECONDS,
    );
    this.clusterErrors = metrics.createCounter('preview.cluster.errors', {
      description: 'Calls that a cluster refused or did not answer',
    });
    this.routeLeaks = metrics.createCounter('preview.route.leaks', {
      description: 'Routes detached since requests without the key arrived',
    });
    // A counter that begins with its first event hides it from `increase`.
    for (const cluster of clusters) {
      this.routeLeaks.add(0, { cluster });
      for (const code of ['NoAnswer', 'Forbidden']) {
        this.clusterErrors.add(0, { cluster, code });
      }
    }
  }

  changed(before: SessionRecord, after: SessionRecord, now: number): void {
    const { cluster } = after;
    const failed = before.phase !== 'failed' && after.phase === 'failed';
    const code = failed ? after.failure?.code ?? 'InternalError' : 'none';
    if (before.readyAt === null && (after.readyAt !== null || failed)) {
      this.provision.record((now - after.createdAt) / 1000, {
        cluster,
        outcome: failed ? 'failed' : 'ready',
        code,
      });
    }
    if (failed && code === 'RouteLeak') {
      this.routeLeaks.add(1, { cluster });
    }
    const expires =
      before.desiredState === 'running' &&
      after.desiredState === 'stopped' &&
      after.desiredEndReason === 'expired';
    if (expires && after.expiresAt !== null) {
      this.deadlineLag.record((now - after.expiresAt) / 1000, { cluster });
    }
    if (before.endedAt === null && after.endedAt !== null) {
      this.cleanup.record((now - after.desiredAt) / 1000, {
        cluster,
        end_reason: after.endReason ?? 'stopped',
      });
    }
  }

  worked(cluster: string, millis: number): void {
    this.reconcile.record(millis / 1000, { cluster });
  }

  failedCall(cluster: string, code: string): void {
    this.clusterErrors.add(1, { cluster, code });
  }
}
