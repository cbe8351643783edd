// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import {
  CoreV1Api,
  type KubernetesObject,
  KubernetesObjectApi,
} from '@kubernetes/client-node';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shipped } from '../fixtures/deployed';
import { fromFile } from '../fixtures/kubeConfigs';
import { KubeHttp, type KubeObject, processClock } from '../fixtures/product';
import { kubeconfigOf } from '../fixtures/realServer';
import { until } from '../fixtures/until';
import { checkoutDeployment, operatorDefinition } from './manifests';
import { MirrordDriver } from './product';
import { ScriptedOperator } from './ScriptedOperator';

const ACCOUNT = 'preview-portal';
const HOUR = 3_600_000;

export interface MirrordCluster {
  driver: MirrordDriver;
  operator: ScriptedOperator;
  namespace: string;
  /** Kubeconfig of the portal's account. */
  kubeconfig: string;
  stop(): Promise<void>;
}

/**
 * A namespace of a cluster that has the published resource definition, with
 * a service in it and the portal's account under the role that we ship.
 *
 * @throws Error when the environment names no cluster
 */
export async function aCluster(): Promise<MirrordCluster> {
  const file = process.env.PREVIEW_TEST_KUBECONFIG;
  if (!file) {
    throw new Error(
      'Set PREVIEW_TEST_KUBECONFIG to the kubeconfig of a cluster for tests alone, with the PreviewSession definition of mirrord.',
    );
  }
  const admin = fromFile(file);
  const http = new KubeHttp(admin);
  const objects = KubernetesObjectApi.makeApiClient(admin);
  const namespace = `mirrord-${randomUUID().slice(0, 8)}`;
  const ours = (object: KubeObject): KubeObject => ({
    ...object,
    metadata: {
      ...object.metadata,
      name: object.kind.startsWith('Cluster')
        ? namespace
        : object.metadata.name,
    },
    ...(object.kind === 'ClusterRoleBinding' && {
      roleRef: { ...(object.roleRef as object), name: namespace },
    }),
    ...(object.subjects !== undefined && {
      subjects: [{ kind: 'ServiceAccount', name: ACCOUNT, namespace }],
    }),
  });
  const seed = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: ACCOUNT, namespace },
    },
    ...shipped('rbac/mirrord-role.yaml').map(ours),
    ...shipped('rbac/mirrord-clusterrole.yaml').map(ours),
    checkoutDeployment(namespace),
  ].map(object =>
    ['Role', 'RoleBinding'].includes(object.kind)
      ? { ...object, metadata: { ...object.metadata, namespace } }
      : object,
  );
  await objects.create(operatorDefinition).catch(error => {
    if (error.code !== 409) {
      throw error;
    }
  });
  for (const object of seed) {
    await objects.create(object as KubernetesObject);
  }
  const operator = new ScriptedOperator(http, namespace);
  await until('the operator can be announced', () =>
    operator.announce().then(
      () => true,
      () => false,
    ),
  );
  const folder = await mkdtemp(join(tmpdir(), 'mirrord-'));
  const kubeconfig = join(folder, 'kubeconfig');
  await writeFile(kubeconfig, await kubeconfigOf(admin, namespace, ACCOUNT));
  return {
    operator,
    namespace,
    kubeconfig,
    driver: new MirrordDriver({
      clusters: [
        {
          name: 'staging',
          access: { type: 'kubeconfig', file: kubeconfig, context: null },
          namespaces: [namespace],
          driver: 'mirrord',
          gateway: {
            url: null,
            probePath: null,
            controllers: {},
            parents: [],
            allowUnprobed: false,
          },
        },
      ],
      clock: processClock,
      random: () => 0,
      logger: mockServices.logger.mock(),
      ceiling: 72 * HOUR,
    }),
    async stop() {
      for (const session of await operator.sessions()) {
        await operator.release(session);
      }
      await operator.withdraw();
      await admin.makeApiClient(CoreV1Api).deleteNamespace({ name: namespace });
      http.close();
      await rm(folder, { recursive: true });
    },
  };
}
