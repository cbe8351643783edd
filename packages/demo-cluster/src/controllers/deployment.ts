// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject, controllerOf, keyOf, splitKey } from '../objects';
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { StoreEvent } from '../store/EventHistory';
import { claim, interestedOwners } from './claim';
import { ComeBack, Controller } from './Controller';
import { REVISION, createReplicaSet, sameTemplate } from './deploymentRevision';
import { deploymentStatus } from './deploymentStatus';
import { EventRecorder } from './EventRecorder';
import { nextScale } from './rollout';

const RESOURCE = 'deployments.apps';
const SETS = 'replicasets.apps';

/** Rolls a Deployment's template out, one ReplicaSet per revision. */
export class DeploymentController implements Controller {
  readonly name = 'deployment-controller';
  readonly #events: EventRecorder;

  constructor(private readonly registry: Registry) {
    this.#events = new EventRecorder(registry, this.name);
  }

  initial(): string[] {
    return this.registry.store.list(RESOURCE).map(keyOf);
  }

  *nudges({ resource, object, before }: StoreEvent): Iterable<string> {
    if (resource === RESOURCE) yield keyOf(object);
    if (resource !== SETS) return;
    yield* interestedOwners(this.registry, RESOURCE, object);
    if (before) yield* interestedOwners(this.registry, RESOURCE, before);
  }

  reconcile(key: string): ComeBack {
    const { namespace, name } = splitKey(key);
    const deployment = this.registry.store.get(RESOURCE, namespace, name);
    if (!deployment) return undefined;
    const sets = claim(this.registry, deployment, SETS);
    if (!deployment.metadata.deletionTimestamp && !deployment.spec.paused)
      this.#roll(deployment, sets);
    else if (deployment.spec.paused)
      this.#scale(
        deployment,
        sets,
        sets.find(set => sameTemplate(deployment, set)),
      );
    this.#report(deployment);
    return undefined;
  }

  #roll(deployment: KubernetesObject, sets: KubernetesObject[]): void {
    const current = this.#currentSet(deployment, sets);
    this.#scale(
      deployment,
      [
        ...sets.filter(set => set.metadata.uid !== current.metadata.uid),
        current,
      ],
      current,
    );
    this.#cleanUp(deployment, current);
  }

  /** The ReplicaSet of the present template, with the highest revision; made where there is none. */
  #currentSet(
    deployment: KubernetesObject,
    sets: KubernetesObject[],
  ): KubernetesObject {
    const found = [...sets]
      .filter(set => sameTemplate(deployment, set))
      .sort(oldestFirst)[0];
    const revisions = sets.filter(set => set !== found).map(revisionOf);
    const revision = String(Math.max(0, ...revisions) + 1);
    const current =
      found ?? createReplicaSet(this.registry, deployment, revision);
    const own = current.metadata.annotations?.[REVISION];
    const latest = Number(own ?? 0) >= Number(revision) ? own! : revision;
    for (const [resource, object] of [
      [SETS, current],
      [RESOURCE, deployment],
    ] as const) {
      this.registry.mutate(resource, object.metadata, ({ metadata }) => {
        metadata.annotations = { ...metadata.annotations, [REVISION]: latest };
      });
    }
    return this.registry.store.get(
      SETS,
      current.metadata.namespace,
      current.metadata.name,
    )!;
  }

  #scale(
    deployment: KubernetesObject,
    sets: KubernetesObject[],
    current: KubernetesObject | undefined,
  ): void {
    for (const { set, replicas } of nextScale(deployment, sets, current)) {
      const before = set.spec.replicas;
      this.registry.mutate(SETS, set.metadata, object => {
        object.spec.replicas = replicas;
      });
      this.#events.record(deployment, {
        type: 'Normal',
        reason: 'ScalingReplicaSet',
        message: `Scaled ${replicas > before ? 'up' : 'down'} replica set ${
          set.metadata.name
        } from ${before} to ${replicas}`,
      });
    }
  }

  #cleanUp(deployment: KubernetesObject, current: KubernetesObject): void {
    const old = this.#own(deployment)
      .filter(
        set =>
          set.metadata.uid !== current.metadata.uid &&
          set.spec.replicas === 0 &&
          !set.status?.replicas,
      )
      .sort((a, b) => revisionOf(a) - revisionOf(b));
    const excess = old.length - deployment.spec.revisionHistoryLimit;
    for (const set of old.slice(0, Math.max(0, excess))) {
      deleteObject(this.registry, this.registry.kind(SETS), set, {
        propagationPolicy: 'Background',
      });
    }
  }

  #report(deployment: KubernetesObject): void {
    const sets = this.#own(deployment);
    this.registry.mutate(
      RESOURCE,
      deployment.metadata,
      object => {
        object.status = deploymentStatus(object, sets, this.registry.now());
      },
      'status',
    );
  }

  #own({ metadata }: KubernetesObject): KubernetesObject[] {
    return this.registry.store
      .list(SETS, metadata.namespace)
      .filter(set => controllerOf(set)?.uid === metadata.uid);
  }
}

function revisionOf(set: KubernetesObject): number {
  return Number(set.metadata.annotations?.[REVISION] ?? 0);
}

function oldestFirst(a: KubernetesObject, b: KubernetesObject): number {
  return (
    a.metadata.creationTimestamp.localeCompare(b.metadata.creationTimestamp) ||
    a.metadata.name.localeCompare(b.metadata.name)
  );
}
