// SPDX-License-Identifier: Apache-2.0
import {
  CustomObjectsApi,
  KubeConfig,
  PatchStrategy,
  setHeaderOptions,
} from '@kubernetes/client-node';
import { Clock } from '../clock';
import { Backoff } from '../watch/backoff';
import { StatusChange } from './changes';

const group = 'gateway.networking.k8s.io';
const version = 'v1';

const keyOf = ({ plural, object }: StatusChange) =>
  `${plural}/${object.metadata.namespace ?? ''}/${object.metadata.name}`;

const versionOf = ({ object }: StatusChange) =>
  `${object.metadata.uid} ${object.metadata.resourceVersion}`;

/**
 * Writes statuses one after another. Each write names the version it was made from, so that a
 * status that somebody else changed meanwhile is never overwritten: the watch brings the newer
 * object, and with it another turn.
 */
export class StatusWriter {
  readonly #api: CustomObjectsApi;
  readonly #backoff: Backoff;
  readonly #retry: () => void;
  #pending = new Map<string, StatusChange>();
  #settled = new Map<string, string>();
  #drained: Promise<void> = Promise.resolve();
  #draining = false;
  #stopped = false;

  /** `retry` is called after a failed write and a pause; it should hand in the changes anew. */
  constructor(kubeConfig: KubeConfig, clock: Clock, retry: () => void) {
    this.#api = kubeConfig.makeApiClient(CustomObjectsApi);
    this.#backoff = new Backoff(clock);
    this.#retry = retry;
  }

  /** Replaces what is still to be written by these changes. */
  submit(changes: StatusChange[]): void {
    this.#pending = new Map(changes.map(change => [keyOf(change), change]));
    for (const key of this.#settled.keys()) {
      if (!this.#pending.has(key)) this.#settled.delete(key);
    }
    if (!this.#draining && !this.#stopped) this.#drained = this.#drain();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#backoff.stop();
    await this.#drained;
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    while (this.#pending.size > 0 && !this.#stopped) {
      if (await this.#writePending()) {
        this.#backoff.reset();
      } else {
        await this.#backoff.pause();
        this.#retry();
      }
    }
    this.#draining = false;
  }

  async #writePending(): Promise<boolean> {
    let allDone = true;
    while (this.#pending.size > 0 && !this.#stopped) {
      const [[key, change]] = this.#pending;
      this.#pending.delete(key);
      // Settled in this version: what comes of it is on its way by the watch.
      if (this.#settled.get(key) === versionOf(change)) continue;
      const done = await this.#write(change);
      if (done) this.#settled.set(key, versionOf(change));
      allDone &&= done;
    }
    return allDone;
  }

  /** True when written, or when only a newer version of the object can change anything. */
  async #write({ plural, object, status }: StatusChange): Promise<boolean> {
    const { name, namespace, resourceVersion } = object.metadata;
    const body = { metadata: { resourceVersion }, status };
    const options = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
    const target = { group, version, plural, name, body };
    try {
      if (namespace) {
        await this.#api.patchNamespacedCustomObjectStatus(
          { ...target, namespace },
          options,
        );
      } else {
        await this.#api.patchClusterCustomObjectStatus(target, options);
      }
      return true;
    } catch (error) {
      const code = (error as { code?: number }).code;
      return code === 404 || code === 409;
    }
  }
}
