// SPDX-License-Identifier: Apache-2.0
export { MirrordDriver, type MirrordDriverOptions } from './MirrordDriver';
