// SPDX-License-Identifier: Apache-2.0
import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import { Clock } from '../gateway/clock';
import { KubeObject, nameOf } from '../gateway/objects';
import { KindWatch } from '../gateway/watch/KindWatch';
import { groupKind, KindSource, ObjectList } from '../gateway/watch/kinds';
import { Pod, PreviewSession, sessionLabel, Workload } from './objects';

/** One watch per kind that sessions depend on, for all namespaces together. */
export class OperatorWatch {
  readonly #sessions: KindWatch;
  readonly #workloads: Record<string, KindWatch>;
  readonly #pods: KindWatch;

  constructor(kubeConfig: KubeConfig, clock: Clock, onChange: () => void) {
    const watch = (source: KindSource) =>
      new KindWatch(kubeConfig, source, clock, onChange);
    const core = kubeConfig.makeApiClient(CoreV1Api);
    this.#sessions = watch(
      groupKind(
        kubeConfig,
        'preview.mirrord.metalbear.co',
        'v1alpha',
        'previewsessions',
      ),
    );
    this.#workloads = {
      Deployment: watch(groupKind(kubeConfig, 'apps', 'v1', 'deployments')),
      StatefulSet: watch(groupKind(kubeConfig, 'apps', 'v1', 'statefulsets')),
    };
    this.#pods = watch({
      path: '/api/v1/pods',
      list: () => core.listPodForAllNamespaces() as Promise<ObjectList>,
    });
  }

  /** Each kind is tried until it is served. */
  start(): void {
    for (const watch of this.#all()) void watch.run();
  }

  stop(): void {
    for (const watch of this.#all()) watch.stop();
  }

  /** None before every kind was listed once: half a picture would mislead. */
  sessions(): PreviewSession[] {
    return this.#all().every(({ isListed }) => isListed)
      ? (this.#sessions.objects() as PreviewSession[])
      : [];
  }

  workload(
    kind: string,
    namespace: string,
    name: string,
  ): Workload | undefined {
    const object: KubeObject = { metadata: { namespace, name } };
    return this.#workloads[kind]?.object(nameOf(object)) as
      | Workload
      | undefined;
  }

  podsOf(uid: string): Pod[] {
    return this.#pods
      .objects()
      .filter(
        ({ metadata }) => metadata.labels?.[sessionLabel] === uid,
      ) as Pod[];
  }

  #all(): KindWatch[] {
    return [this.#sessions, ...Object.values(this.#workloads), this.#pods];
  }
}
