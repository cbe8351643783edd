// SPDX-License-Identifier: Apache-2.0
import { fromTime } from '../clock';
import { Json, KubernetesObject, keyOf, splitKey } from '../objects';
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { StoreEvent } from '../store/EventHistory';
import { claim, controllerReference, interestedOwners } from './claim';
import { ComeBack, Controller } from './Controller';
import { EventRecorder } from './EventRecorder';
import { counted, isOver, millisecondsLeft } from './jobStatus';
import {
  conditionOf,
  isActive,
  isReady,
  podFromTemplate,
  setCondition,
} from './pods';

const RESOURCE = 'jobs.batch';

/** Runs pods to completion, ends Jobs at their deadline and removes them after their time to live. */
export class JobController implements Controller {
  readonly name = 'job-controller';
  readonly #events: EventRecorder;

  constructor(private readonly registry: Registry) {
    this.#events = new EventRecorder(registry, this.name);
  }

  initial(): string[] {
    return this.registry.store.list(RESOURCE).map(keyOf);
  }

  *nudges({ resource, object }: StoreEvent): Iterable<string> {
    if (resource === RESOURCE) yield keyOf(object);
    if (resource === 'pods')
      yield* interestedOwners(this.registry, RESOURCE, object);
  }

  reconcile(key: string): ComeBack {
    const { namespace, name } = splitKey(key);
    const job = this.registry.store.get(RESOURCE, namespace, name);
    if (!job || job.metadata.deletionTimestamp) return undefined;
    const pods = claim(this.registry, job, 'pods');
    if (isOver(job)) return this.#expire(job);
    if (job.spec.suspend) {
      this.#remove(pods.filter(isActive));
      this.#suspend(job);
      return undefined;
    }
    if (
      !job.status?.startTime ||
      conditionOf(job, 'Suspended')?.status === 'True'
    ) {
      this.#begin(job);
      // The new start time is an event of its own; the next turn acts on it.
      return undefined;
    }
    const left = millisecondsLeft(job, this.registry.clock.now());
    if (left !== undefined && left <= 0) {
      this.#remove(pods.filter(isActive));
      this.#fail(
        job,
        'DeadlineExceeded',
        'Job was active longer than specified deadline',
      );
      return undefined;
    }
    this.#run(job, pods);
    return left;
  }

  #expire(job: KubernetesObject): ComeBack {
    const { ttlSecondsAfterFinished: ttl } = job.spec;
    if (ttl === undefined) return undefined;
    const end =
      conditionOf(job, 'Failed')?.lastTransitionTime ??
      conditionOf(job, 'Complete')?.lastTransitionTime;
    const left = fromTime(end) + ttl * 1000 - this.registry.clock.now();
    if (left > 0) return left;
    deleteObject(this.registry, this.registry.kind(RESOURCE), job, {
      propagationPolicy: 'Foreground',
      preconditions: { uid: job.metadata.uid },
    });
    return undefined;
  }

  #begin(job: KubernetesObject): void {
    const resumed = conditionOf(job, 'Suspended') !== undefined;
    this.#setStatus(job, (status, now) => ({
      ...status,
      startTime: now,
      ...(resumed && {
        conditions: setCondition(
          status.conditions,
          {
            type: 'Suspended',
            status: 'False',
            reason: 'JobResumed',
            message: 'Job resumed',
          },
          now,
        ),
      }),
    }));
    if (resumed)
      this.#events.record(job, {
        type: 'Normal',
        reason: 'Resumed',
        message: 'Job resumed',
      });
  }

  #suspend(job: KubernetesObject): void {
    if (
      conditionOf(job, 'Suspended')?.status === 'True' &&
      !job.status.startTime
    )
      return;
    this.#setStatus(job, ({ startTime: _startTime, ...status }, now) => ({
      ...status,
      active: undefined,
      conditions: setCondition(
        status.conditions ?? [],
        {
          type: 'Suspended',
          status: 'True',
          reason: 'JobSuspended',
          message: 'Job suspended',
        },
        now,
      ),
    }));
    this.#events.record(job, {
      type: 'Normal',
      reason: 'Suspended',
      message: 'Job suspended',
    });
  }

  #run(job: KubernetesObject, pods: KubernetesObject[]): void {
    const { parallelism, completions, backoffLimit } = job.spec;
    const succeeded = pods.filter(
      pod => pod.status?.phase === 'Succeeded',
    ).length;
    const failed = pods.filter(pod => pod.status?.phase === 'Failed').length;
    const active = pods.filter(isActive);
    const done =
      completions === undefined
        ? succeeded > 0 && active.length === 0
        : succeeded >= completions;
    this.#setStatus(job, status =>
      counted(status, {
        active: active.length,
        ready: active.filter(isReady).length,
        succeeded,
        failed,
      }),
    );
    if (failed > backoffLimit) {
      this.#remove(active);
      this.#fail(
        job,
        'BackoffLimitExceeded',
        'Job has reached the specified backoff limit',
      );
    } else if (done) this.#complete(job);
    else
      this.#scale(job, active, succeeded, completions ?? Infinity, parallelism);
  }

  #scale(
    job: KubernetesObject,
    active: KubernetesObject[],
    succeeded: number,
    completions: number,
    parallelism: number,
  ): void {
    const wanted = Math.min(
      parallelism,
      completions === Infinity && succeeded > 0
        ? active.length
        : completions - succeeded,
    );
    this.#remove(active.slice(wanted));
    for (let index = active.length; index < wanted; index += 1) {
      const body = podFromTemplate(job, job.spec.template, {
        generateName: `${job.metadata.name}-`,
        ownerReferences: [controllerReference(job)],
      });
      const pod = this.registry.create(this.registry.kind('pods'), body);
      this.#events.record(job, {
        type: 'Normal',
        reason: 'SuccessfulCreate',
        message: `Created pod: ${pod.metadata.name}`,
      });
    }
  }

  #remove(pods: KubernetesObject[]): void {
    pods.forEach(pod =>
      deleteObject(this.registry, this.registry.kind('pods'), pod, {}),
    );
  }

  #complete(job: KubernetesObject): void {
    this.#finish(
      job,
      ['SuccessCriteriaMet', 'Complete'],
      'CompletionsReached',
      'Reached expected number of succeeded pods',
      true,
    );
    this.#events.record(job, {
      type: 'Normal',
      reason: 'Completed',
      message: 'Job completed',
    });
  }

  #fail(job: KubernetesObject, reason: string, message: string): void {
    this.#finish(job, ['FailureTarget', 'Failed'], reason, message, false);
    this.#events.record(job, { type: 'Warning', reason, message });
  }

  #finish(
    job: KubernetesObject,
    types: string[],
    reason: string,
    message: string,
    completed: boolean,
  ): void {
    this.#setStatus(job, (status, now) => ({
      ...status,
      active: undefined,
      ...(completed && { completionTime: now }),
      conditions: types.reduce(
        (conditions, type) =>
          setCondition(
            conditions,
            { type, status: 'True', reason, message, lastProbeTime: now },
            now,
          ),
        status.conditions ?? [],
      ),
    }));
  }

  #setStatus(
    job: KubernetesObject,
    change: (status: Json, now: string) => Json,
  ): void {
    this.registry.mutate(
      RESOURCE,
      job.metadata,
      object => {
        const next = change(object.status ?? {}, this.registry.now());
        object.status = Object.fromEntries(
          Object.entries(next).filter(([, value]) => value !== undefined),
        );
      },
      'status',
    );
  }
}
