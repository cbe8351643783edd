// SPDX-License-Identifier: Apache-2.0
import { hasStatus } from './KubeError';
import type { KubeClient } from './KubeClient';
import type { Resource } from './resources';

interface GroupList {
  groups: { name: string; preferredVersion: { version: string } }[];
}

interface ResourceList {
  resources: { name: string; kind: string }[];
}

const FRESH_MS = 60_000;

/** Which kinds a cluster serves; remembered for a minute. */
export class Discovery {
  private readonly answers = new Map<
    string,
    { at: number; answer: Promise<unknown> }
  >();

  constructor(
    private readonly client: KubeClient,
    private readonly now: () => number,
  ) {}

  /**
   * The served form of `PLURAL.GROUP`, or `null` where the cluster does not
   * know it. Every other doubt is an error: a kind that may exist counts.
   */
  async find(name: string): Promise<Resource | null> {
    const dot = name.indexOf('.');
    const [plural, group] = [name.slice(0, dot), name.slice(dot + 1)];
    const { groups } = await this.ask<GroupList>('/apis');
    const served = groups.find(each => each.name === group);
    if (!served) {
      return null;
    }
    const { version } = served.preferredVersion;
    try {
      const { resources } = await this.ask<ResourceList>(
        `/apis/${group}/${version}`,
      );
      const kind = resources.find(each => each.name === plural)?.kind;
      return kind ? { group, version, plural, kind } : null;
    } catch (error) {
      if (hasStatus(error, 404)) {
        return null;
      }
      throw error;
    }
  }

  private ask<T>(path: string): Promise<T> {
    const now = this.now();
    const known = this.answers.get(path);
    if (known && now - known.at < FRESH_MS) {
      return known.answer as Promise<T>;
    }
    const answer = this.client.raw<T>(path, 'discover');
    this.answers.set(path, { at: now, answer });
    answer.catch(() => this.answers.delete(path));
    return answer;
  }
}
