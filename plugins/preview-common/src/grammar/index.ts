// SPDX-License-Identifier: Apache-2.0
export * from './key';
export * from './target';
export * from './filter';
export * from './formatFilter';
export * from './parseFilter';
export * from './carriesKey';
export * from './meetsDefault';
export { checkPattern } from './pattern';
export * from './image';
export * from './duration';
