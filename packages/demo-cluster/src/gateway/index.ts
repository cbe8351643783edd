// SPDX-License-Identifier: Apache-2.0
export { demoControllerName, startGateway } from './startGateway';
export type { GatewayOptions, RunningGateway } from './startGateway';
export { gatewayRules } from './rbac';
