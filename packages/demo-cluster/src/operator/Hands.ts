// SPDX-License-Identifier: Apache-2.0
import {
  AppsV1Api,
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  KubernetesObjectApi,
  PatchStrategy,
  setHeaderOptions,
} from '@kubernetes/client-node';
import { Json } from '../objects';
import { finalizer, Step } from './nextStep';
import { PreviewSession, Workload } from './objects';
import { previewDeployment, previewService } from './parts';

const sessions = {
  group: 'preview.mirrord.metalbear.co',
  version: 'v1alpha',
  plural: 'previewsessions',
};
const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
const background = { propagationPolicy: 'Background' };

const isCode = (error: unknown, code: number) =>
  (error as { code?: number }).code === code;

/** Takes an answer for done where the world is as wanted already. */
async function unless(code: number, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isCode(error, code)) throw error;
  }
}

/** Does single steps in the cluster; each may be repeated. */
export class Hands {
  readonly #custom: CustomObjectsApi;
  readonly #objects: KubernetesObjectApi;
  readonly #apps: AppsV1Api;
  readonly #core: CoreV1Api;

  constructor(kubeConfig: KubeConfig) {
    this.#custom = kubeConfig.makeApiClient(CustomObjectsApi);
    this.#objects = KubernetesObjectApi.makeApiClient(kubeConfig);
    this.#apps = kubeConfig.makeApiClient(AppsV1Api);
    this.#core = kubeConfig.makeApiClient(CoreV1Api);
  }

  /** Makes known which operator this is and what it can do. */
  async announce(operator: Json): Promise<void> {
    await unless(409, this.#objects.create(operator));
  }

  async perform(
    step: Step,
    session: PreviewSession,
    target: Workload | undefined,
  ): Promise<void> {
    const { name, namespace = '' } = session.metadata;
    const place = { name, namespace };
    switch (step.do) {
      case 'hold':
      case 'release': {
        const finalizers = step.do === 'hold' ? [finalizer] : null;
        return this.#patch(session, { metadata: { finalizers } });
      }
      case 'report':
        return this.#patch(session, { status: step.status }, true);
      case 'build':
        await this.#create(previewService(session, target!));
        return this.#create(previewDeployment(session, target!));
      case 'clear':
        await unless(404, this.#core.deleteNamespacedService(place));
        return unless(
          404,
          this.#apps.deleteNamespacedDeployment({ ...place, ...background }),
        );
      case 'delete':
        return unless(
          404,
          this.#custom.deleteNamespacedCustomObject({ ...sessions, ...place }),
        );
      case 'wait':
      default:
        return undefined;
    }
  }

  #create(object: Json): Promise<void> {
    return unless(409, this.#objects.create(object));
  }

  #patch(
    { metadata }: PreviewSession,
    body: Json,
    status = false,
  ): Promise<void> {
    const { name, namespace = '' } = metadata;
    const request = { ...sessions, namespace, name, body };
    return unless(
      404,
      status
        ? this.#custom.patchNamespacedCustomObjectStatus(request, merge)
        : this.#custom.patchNamespacedCustomObject(request, merge),
    );
  }
}
