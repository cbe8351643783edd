// SPDX-License-Identifier: Apache-2.0
import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import { startDemoCluster } from '@preview-environments/demo-cluster';

/** A cluster that a suite runs against. */
export interface ClusterUnderTest {
  /** May do everything. */
  admin: KubeConfig;
  /** The kubeconfig of a ServiceAccount that exists. */
  kubeConfigOf(namespace: string, serviceAccount: string): Promise<KubeConfig>;
  stop(): Promise<void>;
}

function fromText(text: string): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromString(text);
  return kubeConfig;
}

/** A demo cluster of its own, in memory. */
export async function embeddedCluster(): Promise<ClusterUnderTest> {
  const cluster = await startDemoCluster({ speed: 0 });
  return {
    admin: fromText(cluster.kubeconfig()),
    kubeConfigOf: async (namespace, name) =>
      fromText(
        cluster.kubeconfig([
          { context: name, serviceAccount: { namespace, name } },
        ]),
      ),
    stop: () => cluster.stop(),
  };
}

/** A cluster that runs already and has the Gateway API installed. */
export async function runningCluster(file: string): Promise<ClusterUnderTest> {
  const admin = new KubeConfig();
  admin.loadFromFile(file);
  return {
    admin,
    async kubeConfigOf(namespace, name) {
      const { status } = await admin
        .makeApiClient(CoreV1Api)
        .createNamespacedServiceAccountToken({
          name,
          namespace,
          body: { spec: { audiences: [], expirationSeconds: 3600 } },
        });
      const kubeConfig = new KubeConfig();
      kubeConfig.loadFromClusterAndUser(admin.getCurrentCluster()!, {
        name,
        token: status!.token,
      });
      return kubeConfig;
    },
    stop: async () => {},
  };
}
