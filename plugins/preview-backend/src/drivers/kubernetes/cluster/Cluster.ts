// SPDX-License-Identifier: Apache-2.0
import {
  type Evidence,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { ClusterConfig } from '../../../config/types';
import { NamespaceState } from '../state/NamespaceState';
import { Reader } from '../state/Reader';
import type { RootView } from '../state/views';
import { KubeClient } from './KubeClient';
import { kubeConfigOf } from './kubeConfig';
import { Discovery } from './Discovery';
import { KubeHttp } from './KubeHttp';
import { Recent } from './Recent';

const EVIDENCE_KEPT = 500;
const ANSWERS_KEPT = 200;

/** One configured cluster: how to reach it, and what is known of it. */
export class Cluster {
  readonly client: KubeClient;
  readonly reader: Reader;
  readonly discovery: Discovery;
  /** Events are written a moment after the status that they explain. */
  readonly evidence = new Recent<Evidence[]>(
    EVIDENCE_KEPT,
    found => found.length > 0,
  );
  /** Listeners whose gateway was seen to keep requests apart. */
  readonly proven = new Set<string>();
  private readonly namespaces = new Map<string, NamespaceState>();
  private readonly answers = new Recent<unknown>(ANSWERS_KEPT);

  constructor(
    readonly config: ClusterConfig,
    private readonly now: () => number,
  ) {
    this.client = new KubeClient(new KubeHttp(kubeConfigOf(config.access)));
    this.discovery = new Discovery(this.client, now);
    this.reader = new Reader(this.client, name => this.state(name));
  }

  state(namespace: string): NamespaceState {
    const known = this.namespaces.get(namespace) ?? new NamespaceState();
    this.namespaces.set(namespace, known);
    return known;
  }

  /** Roots that are known without asking. */
  roots(): RootView[] {
    return [...this.namespaces.values()].flatMap(state => state.roots());
  }

  /** An answer that may be a minute old. */
  recently<T>(key: string, ask: () => Promise<T>): Promise<T> {
    return this.within(60_000, key, ask);
  }

  /** An answer that may be five seconds old. */
  shortly<T>(key: string, ask: () => Promise<T>): Promise<T> {
    return this.within(5_000, key, ask);
  }

  private within<T>(
    millis: number,
    key: string,
    ask: () => Promise<T>,
  ): Promise<T> {
    const slice = Math.floor(this.now() / millis);
    return this.answers.once(`${millis} ${slice} ${key}`, ask) as Promise<T>;
  }
}

/** The clusters of a driver, opened when they are asked for first. */
export class Clusters {
  private readonly open = new Map<string, Cluster>();

  constructor(
    private readonly configs: ClusterConfig[],
    private readonly now: () => number,
  ) {}

  /** @throws PreviewError `ClusterNotAllowed` for names not configured */
  get(name: string): Cluster {
    const known = this.open.get(name);
    if (known) {
      return known;
    }
    const config = this.configs.find(each => each.name === name);
    if (!config) {
      throw previewError('ClusterNotAllowed', {
        message: `The cluster "${name}" is not configured.`,
        field: 'cluster',
      });
    }
    const cluster = new Cluster(config, this.now);
    this.open.set(name, cluster);
    return cluster;
  }
}
