// SPDX-License-Identifier: Apache-2.0
/**
 * The contract of preview environments: words, types, grammar, permissions,
 * codes and the typed client.
 *
 * @packageDocumentation
 */
export * from './session';
export * from './codes';
export * from './grammar';
export * from './permissions';
export * from './annotations';
export * from './client/PreviewApi';
export * from './client/PreviewClient';
export { openapi } from './schema/openapi.generated';
