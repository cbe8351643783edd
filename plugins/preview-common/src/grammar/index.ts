// SPDX-License-Identifier: Apache-2.0
export * from './key';
export * from './target';
export * from './filter';
export * from './image';
export * from './duration';
