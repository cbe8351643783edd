// SPDX-License-Identifier: Apache-2.0
import type { PreviewDriver } from '@preview-environments/backstage-plugin-preview-node';
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type { ClusterConfig } from '../config/types';

/** Which driver works on which cluster. */
export class DriverRegistry {
  private readonly byCluster: Map<string, PreviewDriver>;

  /** @throws Error when a cluster asks for a driver that is not there */
  constructor(clusters: ClusterConfig[], drivers: PreviewDriver[]) {
    const byType = new Map(drivers.map(driver => [driver.type, driver]));
    this.byCluster = new Map(
      clusters.map((cluster, index) => {
        const driver = byType.get(cluster.driver);
        if (!driver) {
          throw new Error(
            `preview.clusters[${index}].driver: no driver "${
              cluster.driver
            }" is installed; there are: ${[...byType.keys()].join(', ')}`,
          );
        }
        return [cluster.name, driver];
      }),
    );
  }

  /** @throws PreviewError `ClusterNotAllowed` for one that is not configured */
  forCluster(cluster: string): PreviewDriver {
    const driver = this.byCluster.get(cluster);
    if (!driver) {
      throw previewError('ClusterNotAllowed', { field: 'cluster' });
    }
    return driver;
  }

  /** Names of all clusters, in the order of the configuration. */
  get clusters(): string[] {
    return [...this.byCluster.keys()];
  }
}
