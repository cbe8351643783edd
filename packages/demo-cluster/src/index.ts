// SPDX-License-Identifier: Apache-2.0

/**
 * A Kubernetes API, its controllers and one node in one process, for development and tests.
 *
 * @packageDocumentation
 */
export { startDemoCluster } from './startDemoCluster';
export type {
  DemoCluster,
  DemoClusterOptions,
  KubeconfigUser,
} from './startDemoCluster';
export type { Counters, RequestCount } from './api/Counters';
export { systemClock } from './clock';
export type { Cancel, Clock } from './clock';
export { ManualClock } from './ManualClock';
export { demoControllerName, gatewayRules, startGateway } from './gateway';
export type { GatewayOptions, RunningGateway } from './gateway';
export {
  operatorDefinitions,
  operatorRules,
  previewOfPayments,
  startOperator,
} from './operator';
export type { OperatorOptions, RunningOperator } from './operator';
export {
  accounts,
  portalRules,
  restrictedPortalRules,
  seedObjects,
  systemNamespace,
} from './shop';
export type { Manifest } from './shop';
