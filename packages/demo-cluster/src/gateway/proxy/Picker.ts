// SPDX-License-Identifier: Apache-2.0
import { Backend } from '../table/backend';
import { Endpoint } from '../table/endpoints';
import { CompiledRule, Mirror, WeightedBackend } from '../table/rule';

const keyOf = ({ address, port }: Endpoint) => `${address} ${port}`;

/**
 * Chooses backends and endpoints in turn rather than at random: shares are exact after every full
 * round, and tests can say what comes next.
 */
export class Picker {
  // Credits belong to a rule as compiled, so a new table starts a new round.
  readonly #credits = new WeakMap<CompiledRule, number[]>();
  readonly #mirrored = new WeakMap<Mirror, number>();
  readonly #turns = new Map<string, number>();

  /** Smooth weighted round robin; undefined when no backend has any weight. */
  backend(rule: CompiledRule): WeightedBackend | undefined {
    const total = rule.backends.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return undefined;
    const credits = this.#credits.get(rule) ?? rule.backends.map(() => 0);
    let chosen = -1;
    rule.backends.forEach(({ weight }, i) => {
      credits[i] += weight;
      if (weight > 0 && (chosen < 0 || credits[i] > credits[chosen]))
        chosen = i;
    });
    credits[chosen] -= total;
    this.#credits.set(rule, credits);
    return rule.backends[chosen];
  }

  /** The next endpoint of a Service port that has not been tried, or undefined. */
  endpoint(
    backend: Backend,
    tried: readonly Endpoint[] = [],
  ): Endpoint | undefined {
    const used = new Set(tried.map(keyOf));
    const left = backend.endpoints.filter(
      endpoint => !used.has(keyOf(endpoint)),
    );
    if (left.length === 0) return undefined;
    const key = `${backend.service}:${backend.port}`;
    const turn = this.#turns.get(key) ?? 0;
    this.#turns.set(key, turn + 1);
    return left[turn % left.length];
  }

  /** The mirrors that get a copy of this request, spread evenly over all requests. */
  mirrors(rule: CompiledRule): Mirror[] {
    return rule.mirrors.filter(mirror => {
      const seen = this.#mirrored.get(mirror) ?? 0;
      this.#mirrored.set(mirror, seen + 1);
      return (
        Math.floor((seen + 1) * mirror.share) > Math.floor(seen * mirror.share)
      );
    });
  }
}
