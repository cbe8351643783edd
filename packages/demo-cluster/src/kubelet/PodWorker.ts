// SPDX-License-Identifier: Apache-2.0
import { cloneJson } from '../json';
import { toTime } from '../clock';
import { EventRecorder, EventText } from '../controllers/EventRecorder';
import { KubernetesObject } from '../objects';
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { ContainerRunner } from './ContainerRunner';
import { ContainerState } from './ContainerState';
import { LISTENING_PORTS } from './listeningPorts';
import { DURATIONS, Pace } from './Pace';
import { PodAddress, PodAddresses } from './PodAddresses';
import { isSidecar, podStatus } from './podStatus';
import { Waiter } from './Waiter';

/** What all pods of a node share. */
export interface NodeServices {
  registry: Registry;
  pace: Pace;
  events: EventRecorder;
  addresses: PodAddresses;
  nodeIP: string;
  /** Images that the node has pulled. */
  images: Set<string>;
}

/** Runs one pod from the sandbox to its end and reports its status. */
export class PodWorker {
  readonly init: ContainerState[];
  readonly containers: ContainerState[];
  readonly waiter: Waiter;
  readonly #startTime: string;
  readonly #moved: Record<number, number> = {};
  #pod: KubernetesObject;
  #address?: PodAddress;
  #initialized = false;
  #ended = false;

  constructor(private readonly node: NodeServices, pod: KubernetesObject) {
    this.#pod = pod;
    this.#startTime = pod.status?.startTime ?? toTime(node.pace.clock.now());
    this.waiter = new Waiter(node.pace);
    this.init = (pod.spec.initContainers ?? []).map(
      (spec: unknown) => new ContainerState(spec),
    );
    this.containers = pod.spec.containers.map(
      (spec: unknown) => new ContainerState(spec),
    );
    if (this.init.length)
      this.#restOf().forEach(one => one.waiting('PodInitializing'));
    this.#rememberRestarts();
  }

  get pod(): KubernetesObject {
    return this.#pod;
  }

  get ip(): string {
    return this.#address?.ip ?? '';
  }

  /** Runs until the pod is over or stopped. */
  async run(): Promise<void> {
    this.publish();
    await this.waiter.wait(DURATIONS.sandbox);
    if (this.waiter.stopped) return;
    this.#address = await this.node.addresses.take();
    if (this.waiter.stopped) return;
    this.publish();
    for (const container of this.init) {
      const runner = this.#runner(container);
      const through = isSidecar(container)
        ? await runner.startSidecar()
        : await runner.runToCompletion();
      if (!through) return;
    }
    this.#initialized = true;
    this.containers.forEach(
      one => one.state.waiting && one.waiting('ContainerCreating'),
    );
    this.publish();
    await Promise.all(
      this.containers.map(container => this.#runner(container).supervise()),
    );
  }

  /** The API's newest state of the pod: conditions of others count, and so does a deletion. */
  update(pod: KubernetesObject): void {
    this.#pod = pod;
    if (!this.#ended) this.publish();
  }

  /** Ends the pod: SIGTERM, then what is in flight, at most the grace period; then it is removed. */
  async stop(): Promise<void> {
    if (this.#ended || this.waiter.stopped) return;
    const grace = (this.#pod.metadata.deletionGracePeriodSeconds ?? 30) * 1000;
    const running = [...this.init, ...this.containers].filter(
      one => one.isRunning,
    );
    for (const { spec } of running) {
      this.event(spec.name, {
        type: 'Normal',
        reason: 'Killing',
        message: `Stopping container ${spec.name}`,
      });
    }
    this.waiter.stop();
    if (running.length)
      await this.node.pace.sleep({ ms: Math.min(DURATIONS.drain.ms, grace) });
    await Promise.all(running.map(one => one.process?.stop(grace)));
    const now = this.node.registry.now();
    running.forEach(one => one.terminated(now, 0, 'Completed'));
    this.publish();
    this.#release();
    const { namespace, name, uid } = this.#pod.metadata;
    const last = this.node.registry.store.get('pods', namespace, name);
    if (last?.metadata.uid === uid && last.metadata.deletionTimestamp) {
      deleteObject(this.node.registry, this.node.registry.kind('pods'), last, {
        gracePeriodSeconds: 0,
      });
    }
  }

  /** Ends the processes without a word to the API: the pod is gone, or the node stops. */
  async kill(): Promise<void> {
    this.waiter.stop();
    this.#ended = true;
    await Promise.all(
      [...this.init, ...this.containers].map(one => one.process?.stop(0)),
    );
    this.#release();
  }

  event(container: string, text: EventText): void {
    const list = this.init.some(({ spec }) => spec.name === container)
      ? 'initContainers'
      : 'containers';
    this.node.events.record(this.#pod, {
      ...text,
      fieldPath: `spec.${list}{${container}}`,
    });
  }

  /** Tells the cluster about container ports that are served on others, and about nothing else. */
  announcePorts(moved: Record<number, number>): void {
    Object.assign(this.#moved, moved);
    const text = Object.keys(this.#moved).length
      ? JSON.stringify(this.#moved)
      : undefined;
    if (this.#pod.metadata.annotations?.[LISTENING_PORTS] === text) return;
    this.node.registry.mutate('pods', this.#pod.metadata, ({ metadata }) => {
      const { [LISTENING_PORTS]: _old, ...others } = metadata.annotations ?? {};
      metadata.annotations = {
        ...others,
        ...(text && { [LISTENING_PORTS]: text }),
      };
    });
  }

  /** Writes the status as it is now. */
  publish(): void {
    const { registry } = this.node;
    const { metadata } = this.#pod;
    const present = registry.store.get(
      'pods',
      metadata.namespace,
      metadata.name,
    );
    if (present?.metadata.uid !== metadata.uid) return;
    this.#pod = present;
    const status = podStatus(present, {
      startTime: this.#startTime,
      hostIP: this.node.nodeIP,
      podIP: this.#address?.ip,
      init: this.init,
      containers: this.containers,
      initialized: this.#initialized || !this.init.length,
      stopping: this.waiter.stopped,
      now: registry.now(),
    });
    registry.mutate(
      'pods',
      metadata,
      object => {
        object.status = cloneJson(status);
      },
      'status',
    );
  }

  #runner(container: ContainerState): ContainerRunner {
    return new ContainerRunner(this.node, this, container);
  }

  #restOf(): ContainerState[] {
    return [...this.init.slice(1), ...this.containers];
  }

  /** After a restart of the node, containers go on counting. */
  #rememberRestarts(): void {
    const before = [
      ...(this.#pod.status?.initContainerStatuses ?? []),
      ...(this.#pod.status?.containerStatuses ?? []),
    ];
    for (const one of [...this.init, ...this.containers]) {
      const was = before.find(({ name }) => name === one.spec.name);
      if (!was?.containerID) continue;
      one.restartCount = was.restartCount + 1;
      one.lastState = was.state.running
        ? {
            terminated: {
              exitCode: 255,
              reason: 'Unknown',
              startedAt: was.state.running.startedAt,
              finishedAt: this.node.registry.now(),
              containerID: was.containerID,
            },
          }
        : was.lastState ?? {};
    }
  }

  #release(): void {
    this.#ended = true;
    this.#address?.release();
  }
}
