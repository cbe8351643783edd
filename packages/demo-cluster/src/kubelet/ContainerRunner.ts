// SPDX-License-Identifier: Apache-2.0
import { ContainerProcess } from './ContainerProcess';
import { ContainerState } from './ContainerState';
import { behaviourOf } from './image';
import { pullImage } from './pullImage';
import { DURATIONS, backOff } from './Pace';
import { runProbe } from './probe';
import type { NodeServices, PodWorker } from './PodWorker';

const CRASH_LINES = [
  'reading configuration',
  'connecting to database db.internal:5432',
  'fatal: password authentication failed for user "app"',
  'process exits with code 1',
];

/** Brings one container up and keeps it up, as the pod's restart policy says. */
export class ContainerRunner {
  constructor(
    private readonly node: NodeServices,
    private readonly worker: PodWorker,
    private readonly container: ContainerState,
  ) {}

  /** An ordinary init container. False when it failed for good or the pod stops. */
  async runToCompletion(): Promise<boolean> {
    for (let failures = 0; ; failures += 1) {
      if (!(await this.#begin())) return false;
      const crashes = behaviourOf(this.container.spec.image) === 'crash';
      if (!(await this.worker.waiter.wait(DURATIONS.initRun))) return false;
      await this.#end(crashes ? 1 : 0);
      if (!crashes) {
        this.container.ready = true;
        this.worker.publish();
        return true;
      }
      if (
        this.worker.pod.spec.restartPolicy === 'Never' ||
        !(await this.#backOff(failures))
      )
        return false;
    }
  }

  /** A sidecar: the next container may start as soon as it runs. */
  async startSidecar(): Promise<boolean> {
    let started = false;
    await new Promise<void>(resolve => {
      const onStart = () => {
        started = true;
        resolve();
      };
      this.supervise(onStart).then(resolve, resolve);
    });
    return started && !this.worker.waiter.stopped;
  }

  /** Runs the container again and again, until its policy or the pod's end says no. */
  async supervise(onStart: () => void = () => {}): Promise<void> {
    const { restartPolicy } = this.container.spec.restartPolicy
      ? this.container.spec
      : this.worker.pod.spec;
    for (let failures = 0; ; failures += 1) {
      if (!(await this.#begin())) return;
      onStart();
      const exitCode = await this.#exit(restartPolicy);
      if (exitCode === undefined) return;
      await this.#end(exitCode);
      if (
        restartPolicy === 'Never' ||
        (restartPolicy === 'OnFailure' && exitCode === 0)
      )
        return;
      if (!(await this.#backOff(failures))) return;
    }
  }

  async #begin(): Promise<boolean> {
    const { node, worker, container } = this;
    if (!(await pullImage(node, worker, container))) return false;
    const { name } = container.spec;
    worker.event(name, {
      type: 'Normal',
      reason: 'Created',
      message: `Created container: ${name}`,
    });
    if (!(await worker.waiter.wait(DURATIONS.start))) return false;
    const started = new ContainerProcess(
      worker.pod,
      container.spec,
      worker.ip,
      node.pace,
    );
    container.previous = container.process;
    container.process = started;
    await started.start();
    worker.announcePorts(started.movedPorts);
    if (worker.waiter.stopped) {
      await started.stop(0);
      return false;
    }
    worker.event(name, {
      type: 'Normal',
      reason: 'Started',
      message: `Started container ${name}`,
    });
    container.running(node.registry.now());
    if (
      behaviourOf(container.spec.image) === 'normal' &&
      !container.spec.readinessProbe
    )
      container.ready = true;
    worker.publish();
    return true;
  }

  /** The exit code of a run; undefined when it ran until the pod stopped. */
  async #exit(restartPolicy: string): Promise<number | undefined> {
    const { waiter } = this.worker;
    const behaviour = behaviourOf(this.container.spec.image);
    if (behaviour === 'crash' || behaviour === 'oom') {
      if (!(await waiter.wait(DURATIONS.crashAfter))) return undefined;
      return behaviour === 'crash' ? 1 : 137;
    }
    if (restartPolicy !== 'Always')
      return (await waiter.wait(DURATIONS.batchRun)) ? 0 : undefined;
    await this.#becomeReady(behaviour === 'slow');
    await waiter.forEver();
    return undefined;
  }

  /** Asks the readiness probe until it passes; from then on the web service does not change its mind. */
  async #becomeReady(slow: boolean): Promise<void> {
    const { container, worker } = this;
    const probe = container.spec.readinessProbe;
    const first = slow ? DURATIONS.slowReady : DURATIONS.ready;
    if ((probe || slow) && !(await worker.waiter.wait(first))) return;
    while (probe) {
      const problem = await runProbe(probe, {
        container: container.spec,
        ip: worker.ip,
        actualPort: port => container.process?.actualPort(port) ?? port,
      });
      if (worker.waiter.stopped) return;
      if (problem === undefined) break;
      worker.event(container.spec.name, {
        type: 'Warning',
        reason: 'Unhealthy',
        message: `Readiness probe failed: ${problem}`,
      });
      if (!(await worker.waiter.wait(DURATIONS.probePeriod))) return;
    }
    container.ready = true;
    worker.publish();
  }

  async #end(exitCode: number): Promise<void> {
    const { container, worker, node } = this;
    if (exitCode === 1)
      CRASH_LINES.forEach(line => container.process?.say(line));
    await container.process?.stop(0);
    const reasons: Record<number, string> = {
      0: 'Completed',
      137: 'OOMKilled',
    };
    container.terminated(
      node.registry.now(),
      exitCode,
      reasons[exitCode] ?? 'Error',
    );
    worker.publish();
  }

  async #backOff(failures: number): Promise<boolean> {
    const { container, worker } = this;
    const { name, namespace, uid } = worker.pod.metadata;
    container.restartCount += 1;
    // The first restart comes at once, as on a real node.
    if (failures === 0) return worker.waiter.wait(DURATIONS.restart);
    const pause = backOff(failures - 1);
    const { ms } = pause;
    const pod = `pod=${name}_${namespace}(${uid})`;
    const seconds =
      ms < 60_000
        ? `${ms / 1000}s`
        : `${Math.floor(ms / 60_000)}m${(ms % 60_000) / 1000}s`;
    container.waiting(
      'CrashLoopBackOff',
      `back-off ${seconds} restarting failed container=${container.spec.name} ${pod}`,
    );
    worker.publish();
    worker.event(container.spec.name, {
      type: 'Warning',
      reason: 'BackOff',
      message: `Back-off restarting failed container ${container.spec.name} in pod ${name}_${namespace}(${uid})`,
    });
    return worker.waiter.wait(pause);
  }
}
