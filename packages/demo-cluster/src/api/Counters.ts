// SPDX-License-Identifier: Apache-2.0
import { RequestInfo } from './requestInfo';

export interface RequestCount {
  verb: string;
  /** `deployments.apps`, `pods/log`, or the path. */
  resource: string;
  subject: string;
  /** Asked what it would do, without doing it. */
  dryRun: boolean;
  count: number;
}

/** Counts what the API server was asked for, so that budgets can be tested. */
export class Counters {
  readonly #requests = new Map<string, RequestCount>();
  readonly #watches = new Map<string, number>();

  record(info: RequestInfo, subject: string, dryRun = false): void {
    const resource = resourceOf(info);
    const key = [info.verb, resource, subject, dryRun].join(' ');
    const entry = this.#requests.get(key) ?? {
      verb: info.verb,
      resource,
      subject,
      dryRun,
      count: 0,
    };
    entry.count += 1;
    this.#requests.set(key, entry);
  }

  watch(change: 1 | -1, info: RequestInfo, subject: string): void {
    const key = [resourceOf(info), subject].join(' ');
    this.#watches.set(key, (this.#watches.get(key) ?? 0) + change);
  }

  /** Requests since the start or the last {@link reset}, by verb, resource and subject. */
  requests(): RequestCount[] {
    return [...this.#requests.values()].map(entry => ({ ...entry }));
  }

  /** How many requests fit; absent fields fit everything. */
  count(filter: Partial<Omit<RequestCount, 'count'>> = {}): number {
    return this.requests()
      .filter(entry =>
        Object.entries(filter).every(
          ([key, value]) => entry[key as keyof RequestCount] === value,
        ),
      )
      .reduce((sum, { count }) => sum + count, 0);
  }

  /** Watches that are open now, by `resource subject`. */
  openWatches(): Record<string, number> {
    return Object.fromEntries(
      [...this.#watches].filter(([, count]) => count > 0),
    );
  }

  /** Forgets the requests; open watches stay counted. */
  reset(): void {
    this.#requests.clear();
  }
}

function resourceOf(info: RequestInfo): string {
  if (info.type === 'path') return info.path;
  const name = info.group ? `${info.resource}.${info.group}` : info.resource;
  return info.subresource ? `${name}/${info.subresource}` : name;
}
