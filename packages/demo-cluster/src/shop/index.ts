// SPDX-License-Identifier: Apache-2.0
export { accounts, systemNamespace } from './access';
export type { Manifest } from './Manifest';
export { portalRules, restrictedPortalRules } from './portalRules';
export { seedObjects } from './seedObjects';
