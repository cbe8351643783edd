// SPDX-License-Identifier: Apache-2.0
export * from './registry';
export * from './PreviewError';
export type { CodeEntry } from './types';
