// SPDX-License-Identifier: Apache-2.0
/**
 * What modules of the preview plugin build on.
 *
 * @packageDocumentation
 */
export * from './driver/PreviewDriver';
export * from './driver/intent';
export * from './driver/observation';
export * from './driver/preflight';
export * from './driver/verification';
export * from './driver/extensionPoint';
