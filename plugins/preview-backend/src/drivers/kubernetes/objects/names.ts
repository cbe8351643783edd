// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

const PREFIX = 'pv';
const HASH_LENGTH = 10;
/** Leaves room for `-r9999` below the 52 characters that a name may have. */
const KEY_LENGTH = 30;

/**
 * Names of the objects of one session: readable by the key, unique by the
 * session's id, never longer than 52 characters, so that what Kubernetes
 * appends to them (pod suffixes, label values) still fits.
 */
export function baseName(sessionId: string, key: string): string {
  const hash = createHash('sha256')
    .update(sessionId)
    .digest('hex')
    .slice(0, HASH_LENGTH);
  const readable = key.slice(0, KEY_LENGTH).replace(/-+$/, '');
  return [PREFIX, readable, hash].join('-');
}

export function replicaSetName(base: string, revision: number): string {
  return `${base}-r${revision}`;
}

/** Routes are numbered, since a route may have to be split in several. */
export function routeName(base: string, index: number): string {
  return `${base}-${index}`;
}

/** The route that is tried before the others, see `canary.ts`. */
export function canaryName(base: string): string {
  return `${base}-canary`;
}
