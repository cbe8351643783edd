// SPDX-License-Identifier: Apache-2.0
export { demoAuthModule as default } from './module';
