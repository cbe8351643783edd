// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import {
  Json,
  KubernetesObject,
  controllerOf,
  keyOf,
  splitKey,
} from '../objects';
import { encodeHash } from '../random';
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { StatusError } from '../registry/StatusError';
import { StoreEvent } from '../store/EventHistory';
import { controllerReference, interestedOwners } from './claim';
import { ComeBack, Controller } from './Controller';
import { EventRecorder } from './EventRecorder';
import { isReady, podFromTemplate } from './pods';

const RESOURCE = 'statefulsets.apps';
const REVISION = 'controller-revision-hash';

/** Keeps numbered pods, one after the other; claims are made and stay. */
export class StatefulSetController implements Controller {
  readonly name = 'statefulset-controller';
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
    const set = this.registry.store.get(RESOURCE, namespace, name);
    if (!set) return undefined;
    const pods = this.registry.store
      .list('pods', namespace)
      .filter(pod => controllerOf(pod)?.uid === set.metadata.uid)
      .sort((a, b) => ordinal(a) - ordinal(b));
    if (!set.metadata.deletionTimestamp) this.#step(set, pods);
    this.#report(set, pods);
    return undefined;
  }

  /** One move: the first missing pod, else the last superfluous one, else the last outdated one. */
  #step(set: KubernetesObject, pods: KubernetesObject[]): void {
    const wanted: number = set.spec.replicas;
    const ordered = set.spec.podManagementPolicy !== 'Parallel';
    for (let index = 0; index < wanted; index += 1) {
      const pod = pods.find(one => ordinal(one) === index);
      if (!pod) this.#create(set, index);
      if (ordered && !(pod && isReady(pod))) return;
    }
    const superfluous = [...pods].reverse().find(pod => ordinal(pod) >= wanted);
    const outdated = [...pods]
      .reverse()
      .find(pod => pod.metadata.labels?.[REVISION] !== revisionOf(set));
    const victim =
      superfluous ??
      (set.spec.updateStrategy.type === 'OnDelete' ? undefined : outdated);
    if (!victim || pods.some(pod => pod.metadata.deletionTimestamp)) return;
    deleteObject(this.registry, this.registry.kind('pods'), victim, {});
    this.#events.record(set, {
      type: 'Normal',
      reason: 'SuccessfulDelete',
      message: `delete Pod ${victim.metadata.name} in StatefulSet ${set.metadata.name} successful`,
    });
  }

  #create(set: KubernetesObject, index: number): void {
    const name = `${set.metadata.name}-${index}`;
    const claims: Json[] = set.spec.volumeClaimTemplates ?? [];
    const volumes = claims.map(claim => ({
      name: claim.metadata.name,
      persistentVolumeClaim: { claimName: `${claim.metadata.name}-${name}` },
    }));
    claims.forEach((claim, position) =>
      this.#claim(
        set,
        claim,
        volumes[position].persistentVolumeClaim.claimName,
      ),
    );
    const { template } = set.spec;
    const body = podFromTemplate(set, template, {
      name,
      labels: {
        ...template.metadata?.labels,
        'apps.kubernetes.io/pod-index': String(index),
        [REVISION]: revisionOf(set),
        'statefulset.kubernetes.io/pod-name': name,
      },
      ownerReferences: [controllerReference(set)],
    });
    const spec = {
      ...template.spec,
      hostname: name,
      subdomain: set.spec.serviceName,
      volumes: [...(template.spec.volumes ?? []), ...volumes],
    };
    try {
      this.registry.create(this.registry.kind('pods'), { ...body, spec });
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      const message = `create Pod ${name} in StatefulSet ${set.metadata.name} failed error: ${error.message}`;
      this.#events.record(set, {
        type: 'Warning',
        reason: 'FailedCreate',
        message,
      });
      throw error;
    }
    const message = `create Pod ${name} in StatefulSet ${set.metadata.name} successful`;
    this.#events.record(set, {
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message,
    });
  }

  #claim({ metadata }: KubernetesObject, template: Json, name: string): void {
    if (
      this.registry.store.get(
        'persistentvolumeclaims',
        metadata.namespace,
        name,
      )
    )
      return;
    this.registry.create(this.registry.kind('persistentvolumeclaims'), {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { ...template.metadata, name, namespace: metadata.namespace },
      spec: template.spec,
    });
    this.registry.mutate(
      'persistentvolumeclaims',
      { namespace: metadata.namespace, name },
      claim => {
        claim.status = {
          phase: 'Bound',
          accessModes: claim.spec.accessModes,
          capacity: claim.spec.resources?.requests,
        };
      },
      'status',
    );
  }

  #report(set: KubernetesObject, pods: KubernetesObject[]): void {
    const ready = pods.filter(isReady).length;
    const updated = pods.filter(
      pod => pod.metadata.labels?.[REVISION] === revisionOf(set),
    ).length;
    this.registry.mutate(
      RESOURCE,
      set.metadata,
      object => {
        object.status = {
          observedGeneration: set.metadata.generation,
          replicas: pods.length,
          ...(ready && { readyReplicas: ready }),
          availableReplicas: ready,
          ...(updated && { updatedReplicas: updated }),
          currentRevision: revisionOf(set),
          updateRevision: revisionOf(set),
          collisionCount: 0,
        };
      },
      'status',
    );
  }
}

function ordinal({ metadata }: KubernetesObject): number {
  return Number(metadata.name.slice(metadata.name.lastIndexOf('-') + 1));
}

function revisionOf({ metadata, spec }: KubernetesObject): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(spec.template))
    .digest('hex');
  return `${metadata.name}-${encodeHash(digest.slice(0, 10))}`;
}
