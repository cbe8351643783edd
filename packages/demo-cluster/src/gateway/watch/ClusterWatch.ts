// SPDX-License-Identifier: Apache-2.0
import { KubeConfig } from '@kubernetes/client-node';
import { Clock } from '../clock';
import { World } from '../objects';
import { Backoff } from './backoff';
import { routingKinds } from './kinds';
import { KindWatch } from './KindWatch';

type Watches = Record<keyof World, KindWatch[]>;

/** One watch per kind that routing depends on, for all namespaces together. */
export class ClusterWatch {
  readonly #kubeConfig: KubeConfig;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #backoff: Backoff;
  #watches: Watches | null = null;
  #synced = false;
  #stopped = false;

  /** `onChange` is called for every change once all kinds have been listed. */
  constructor(kubeConfig: KubeConfig, clock: Clock, onChange: () => void) {
    this.#kubeConfig = kubeConfig;
    this.#clock = clock;
    this.#backoff = new Backoff(clock);
    this.#onChange = onChange;
  }

  /** Resolves when every kind has been listed once, however often that must be tried. */
  async start(): Promise<void> {
    const kinds = await this.#kinds();
    if (!kinds) return;
    const changed = () => this.#synced && this.#onChange();
    this.#watches = Object.fromEntries(
      Object.entries(kinds).map(([key, sources]) => [
        key,
        sources.map(
          source =>
            new KindWatch(this.#kubeConfig, source, this.#clock, changed),
        ),
      ]),
    ) as Watches;
    const watches = Object.values(this.#watches).flat();
    for (const watch of watches) void watch.run();
    await Promise.all(watches.map(({ listed }) => listed));
    this.#synced = true;
  }

  /** The latest known state; all kinds empty before the first lists. */
  world(): World {
    const of = (key: keyof World) =>
      (this.#watches?.[key] ?? []).flatMap(watch => watch.objects());
    return {
      gatewayClasses: of('gatewayClasses'),
      gateways: of('gateways'),
      httpRoutes: of('httpRoutes'),
      referenceGrants: of('referenceGrants'),
      services: of('services'),
      namespaces: of('namespaces'),
      endpointSlices: of('endpointSlices'),
      endpoints: of('endpoints'),
    } as World;
  }

  stop(): void {
    this.#stopped = true;
    this.#backoff.stop();
    for (const watch of Object.values(this.#watches ?? {}).flat()) watch.stop();
  }

  async #kinds() {
    while (!this.#stopped) {
      try {
        return await routingKinds(this.#kubeConfig);
      } catch {
        await this.#backoff.pause();
      }
    }
    return null;
  }
}
