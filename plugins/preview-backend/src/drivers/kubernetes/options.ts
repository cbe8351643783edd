// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterConfig, PreviewConfig } from '../../config/types';
import type { Builders } from './builders';
import type { DriverClock } from './clock';

export interface KubernetesDriverOptions {
  clusters: ClusterConfig[];
  routing: PreviewConfig['routing'];
  clock: DriverClock;
  /** From 0 to below 1, for the jitter of reconnects. */
  random: () => number;
  logger: LoggerService;
  /** How objects are built; the harm suite passes faulty ones. */
  builders?: Partial<Builders>;
}
