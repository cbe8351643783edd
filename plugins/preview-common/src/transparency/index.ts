// SPDX-License-Identifier: Apache-2.0
/**
 * The audit log as a transparency log: hashes, proofs and formats, and their
 * verification without a server.
 *
 * @packageDocumentation
 */
export { fromBase64, toBase64 } from './base64';
export { EMPTY_ROOT, entryOf, leafHash, nodeHash } from './hash';
export * from './checkpoint';
export * from './note';
export * from './proofs';
export * from './ranges';
export * from './tilePath';
export * from './tiles';
export * from './tlogProof';
export * from './TreeBuilder';
export * from './verifierKey';
export * from './bundle';
export * from './BundleVerifier';
export * from './entryList';
export type { Finding, FindingCode } from './findings';
export type { KeptResult } from './keptCheckpoints';
