// SPDX-License-Identifier: Apache-2.0
export { KubernetesDriver } from './KubernetesDriver';
export type { KubernetesDriverOptions } from './options';
export { builders, type Builders } from './builders';
