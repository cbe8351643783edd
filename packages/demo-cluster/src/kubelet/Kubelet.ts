// SPDX-License-Identifier: Apache-2.0
import { EventRecorder } from '../controllers/EventRecorder';
import { KubernetesObject, keyOf } from '../objects';
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { StoreEvent } from '../store/EventHistory';
import { LogBuffer } from './LogBuffer';
import { NODE_IP, NODE_NAME } from './node';
import { Pace } from './Pace';
import { PodAddresses } from './PodAddresses';
import { NodeServices, PodWorker } from './PodWorker';

/** The node: runs every pod that is assigned to it. */
export class Kubelet {
  readonly #workers = new Map<string, PodWorker>();
  readonly #node: NodeServices;
  #unsubscribe: () => void = () => {};

  constructor(private readonly registry: Registry, pace: Pace) {
    this.#node = {
      registry,
      pace,
      events: new EventRecorder(registry, 'kubelet', NODE_NAME),
      addresses: new PodAddresses(),
      nodeIP: NODE_IP,
      images: new Set(),
    };
  }

  /**
   * Takes up what is assigned already, as after a restart of the node. Addresses are looked for from
   * a place that the seed decides.
   */
  start(addressSeed: number): void {
    this.#node.addresses.startAt(addressSeed);
    this.#unsubscribe = this.registry.store.subscribe(event => this.#on(event));
    for (const pod of this.registry.store.list('pods')) {
      const statuses = [
        ...(pod.status?.containerStatuses ?? []),
        ...(pod.status?.initContainerStatuses ?? []),
      ];
      statuses
        .filter(({ imageID }) => imageID)
        .forEach(({ name }) => this.#rememberImage(pod, name));
      this.#consider(pod);
    }
  }

  async stop(): Promise<void> {
    this.#unsubscribe();
    await Promise.all([...this.#workers.values()].map(worker => worker.kill()));
    this.#workers.clear();
  }

  /** The output of a container; undefined when it has not run. */
  logOf(
    pod: KubernetesObject,
    container: string,
    previous: boolean,
  ): LogBuffer | undefined {
    const worker = this.#workers.get(pod.metadata.uid);
    const state = [...(worker?.init ?? []), ...(worker?.containers ?? [])].find(
      ({ spec }) => spec.name === container,
    );
    return (previous ? state?.previous : state?.process)?.log;
  }

  #on({ type, resource, object }: StoreEvent): void {
    if (resource !== 'pods') return;
    if (type !== 'DELETED') {
      this.#consider(object);
      return;
    }
    const worker = this.#workers.get(object.metadata.uid);
    this.#workers.delete(object.metadata.uid);
    worker?.kill().catch(error => this.#report(object, error));
  }

  #consider(pod: KubernetesObject): void {
    if (pod.spec.nodeName !== NODE_NAME) return;
    const { uid, deletionTimestamp } = pod.metadata;
    const worker = this.#workers.get(uid);
    if (deletionTimestamp) {
      // The store is in the middle of telling others: act after them.
      setImmediate(() => this.#end(uid, pod));
      return;
    }
    if (worker) {
      if (othersChanged(worker.pod, pod))
        setImmediate(() => worker.update(pod));
      return;
    }
    if (pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed')
      return;
    const started = new PodWorker(this.#node, pod);
    this.#workers.set(uid, started);
    setImmediate(() => started.run().catch(error => this.#report(pod, error)));
  }

  #end(uid: string, pod: KubernetesObject): void {
    const worker = this.#workers.get(uid);
    if (worker) worker.stop().catch(error => this.#report(pod, error));
    else {
      const present = this.registry.store.get(
        'pods',
        pod.metadata.namespace,
        pod.metadata.name,
      );
      if (present?.metadata.uid === uid) {
        deleteObject(this.registry, this.registry.kind('pods'), present, {
          gracePeriodSeconds: 0,
        });
      }
    }
  }

  #rememberImage(pod: KubernetesObject, name: string): void {
    const container = [
      ...(pod.spec.initContainers ?? []),
      ...pod.spec.containers,
    ].find(one => one.name === name);
    if (container) this.#node.images.add(container.image);
  }

  #report(pod: KubernetesObject, error: unknown): void {
    const text = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`demo-cluster: kubelet ${keyOf(pod)}: ${text}\n`);
  }
}

/** Somebody else set a condition that readiness may depend on. */
function othersChanged(
  known: KubernetesObject,
  pod: KubernetesObject,
): boolean {
  if (!pod.spec.readinessGates?.length) return false;
  return (
    JSON.stringify(known.status?.conditions) !==
    JSON.stringify(pod.status?.conditions)
  );
}
