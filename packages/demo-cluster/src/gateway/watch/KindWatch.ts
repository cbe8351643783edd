// SPDX-License-Identifier: Apache-2.0
import { KubeConfig, Watch } from '@kubernetes/client-node';
import { Clock } from '../clock';
import { KubeObject, nameOf } from '../objects';
import { Backoff } from './backoff';
import { KindSource } from './kinds';

type Ending = 'expired' | 'failed' | 'closed';

/**
 * A live copy of all objects of one kind: one list, then one watch, for ever. The client library's
 * informer reconnects without a pause and can leave a watch open when stopped while connecting.
 */
export class KindWatch {
  readonly #watch: Watch;
  readonly #source: KindSource;
  readonly #backoff: Backoff;
  readonly #onChange: () => void;
  readonly #objects = new Map<string, KubeObject>();
  #resourceVersion = '';
  #isListed = false;
  #stopped = false;
  #abort: () => void = () => {};
  #markListed: () => void = () => {};

  /** Resolves when the first list has arrived. */
  readonly listed = new Promise<void>(resolve => {
    this.#markListed = resolve;
  });

  constructor(
    kubeConfig: KubeConfig,
    source: KindSource,
    clock: Clock,
    onChange: () => void,
  ) {
    this.#watch = new Watch(kubeConfig);
    this.#source = source;
    this.#backoff = new Backoff(clock);
    this.#onChange = onChange;
  }

  objects(): KubeObject[] {
    return [...this.#objects.values()];
  }

  /** The object of that name, as `nameOf` forms it. */
  object(name: string): KubeObject | undefined {
    return this.#objects.get(name);
  }

  /** Whether the first list has arrived. */
  get isListed(): boolean {
    return this.#isListed;
  }

  /** Runs until `stop`; every failure leads to another attempt after a pause. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#relist();
        while (!this.#stopped && (await this.#follow()) !== 'expired') {
          await this.#backoff.pause();
        }
      } catch {
        // The list failed: server away, or the kind not served yet. Both pass.
      }
      await this.#backoff.pause();
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#backoff.stop();
    this.#abort();
  }

  async #relist(): Promise<void> {
    const list = await this.#source.list();
    this.#objects.clear();
    for (const item of list.items) this.#objects.set(nameOf(item), item);
    this.#resourceVersion = list.metadata?.resourceVersion ?? '';
    this.#isListed = true;
    this.#onChange();
    this.#markListed();
  }

  #follow(): Promise<Ending> {
    return new Promise(resolve => {
      let ending: Ending = 'closed';
      const controller = this.#watch.watch(
        this.#source.path,
        {
          resourceVersion: this.#resourceVersion,
          allowWatchBookmarks: true,
        },
        (type: string, object) => {
          if (type === 'ERROR') {
            ending = object?.code === 410 ? 'expired' : 'failed';
          } else {
            this.#take(type, object);
          }
        },
        (error: { statusCode?: number } | null) => {
          if (error?.statusCode === 410) ending = 'expired';
          resolve(ending);
        },
      );
      this.#abort = () =>
        void controller.then(
          opened => opened.abort(),
          () => {},
        );
      controller.then(
        opened => this.#stopped && opened.abort(),
        () => resolve('failed'),
      );
    });
  }

  #take(type: string, object: KubeObject): void {
    this.#backoff.reset();
    this.#resourceVersion =
      object.metadata.resourceVersion ?? this.#resourceVersion;
    if (type === 'BOOKMARK') return;
    if (type === 'DELETED') this.#objects.delete(nameOf(object));
    else this.#objects.set(nameOf(object), object);
    this.#onChange();
  }
}
