// SPDX-License-Identifier: Apache-2.0
import {
  type ClusterEvent,
  type DriverCapabilities,
  type TargetRef,
  formatTarget,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  DriverLogOptions,
  DriverPreflight,
  Observation,
  PreflightTarget,
  SessionIdentity,
  SessionIntent,
  TargetFacts,
} from '@preview-environments/backstage-plugin-preview-node';
import { MemoryDriver } from './memoryDriver';

/** A workload of the memory cluster, by `NAMESPACE/KIND/NAME`. */
export type Workloads = Record<string, Partial<TargetFacts>>;

/** A memory driver that also answers what a start asks. */
export class PortalDriver extends MemoryDriver {
  /** How often the cluster was asked for a workload. */
  resolved = 0;
  /** What preflights say about room. */
  update: DriverPreflight['update'] = 'surge';
  workloads: Workloads = {};
  /** What this cluster can do besides what the memory driver says. */
  can: Partial<DriverCapabilities> = {};
  /** Secret files that came with each apply, by session. */
  readonly secretFiles = new Map<string, SessionIntent['secretFiles']>();
  /** What the cluster says about any preview. */
  said: ClusterEvent[] = [];
  /** What pods have logged; nothing = what {@link logs} says by itself. */
  logLines: string[] = [];

  async capabilities() {
    return { ...(await super.capabilities()), ...this.can };
  }

  async apply(intent: SessionIntent): Promise<Observation> {
    if (intent.secretFiles) {
      this.secretFiles.set(intent.sessionId, intent.secretFiles);
    }
    return super.apply(intent);
  }

  async events(): Promise<ClusterEvent[]> {
    return this.said;
  }

  async resolve({ namespace, target }: PreflightTarget): Promise<TargetFacts> {
    this.resolved += 1;
    const present =
      this.workloads[`${namespace}/${target.kind}/${target.name}`];
    if (!present) {
      throw previewError('TargetNotFound', {
        message: `There is no ${formatTarget(target)} in ${namespace}.`,
        field: 'target',
      });
    }
    return factsOf(target, present);
  }

  async preflight(): Promise<DriverPreflight> {
    return {
      checks: [],
      differences: [{ what: 'label app', action: 'dropped', why: 'isolated' }],
      notCovered: [],
      notCoveredDeclared: false,
      access: {
        url: 'http://gateway/checkout',
        reason: null,
        headers: {},
        curl: 'curl http://gateway/checkout',
        portForward: null,
        shareUrl: null,
      },
      update: this.update,
    };
  }

  async logs(
    { key }: SessionIdentity,
    { tailLines, previous }: DriverLogOptions,
  ): Promise<AsyncIterable<Uint8Array>> {
    const { logLines } = this;
    async function* lines() {
      if (logLines.length > 0) {
        yield Buffer.from(previous ? 'before\n' : `${logLines.join('\n')}\n`);
        return;
      }
      yield Buffer.from(`hello from ${key}\n`);
      yield Buffer.from(`tail ${tailLines}\n`);
    }
    return lines();
  }
}

function factsOf(target: TargetRef, facts: Partial<TargetFacts>): TargetFacts {
  return {
    target,
    container: 'app',
    containers: ['app'],
    image: `shop/${target.name}:stable`,
    boundEntities: [],
    secretKeys: [],
    ...facts,
  };
}
