// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import {
  formatTarget,
  type TargetRef,
} from '@preview-environments/backstage-plugin-preview-common';

/** The label by which every client of the operator looks sessions up. */
export const KEY_LABEL = 'preview.mirrord.metalbear.co/key';

const NAME_LENGTH = 63;
const SUFFIX_LENGTH = 8;

/** Value of the key label: any key, always 45 characters that a label takes. */
export function hashedKey(key: string): string {
  const digest = createHash('sha256').update(key).digest('base64url');
  return `h${digest}h`;
}

/** A label takes these; a selector with anything else is refused. */
const LABEL_VALUE = /^[a-z0-9]([-_.a-z0-9]{0,61}[a-z0-9])?$/i;

/** Finds sessions of a key, also those of clients that stored it as it is. */
export function keySelector(key: string): string {
  const hashed = hashedKey(key);
  return LABEL_VALUE.test(key)
    ? `${KEY_LABEL} in (${key},${hashed})`
    : `${KEY_LABEL}=${hashed}`;
}

/**
 * Eight characters that are the same whenever the same revision of the same
 * session is written, so that it can be there once only.
 */
export function suffixOf(sessionId: string, revision: number): string {
  return createHash('sha256')
    .update(`${sessionId}/${revision}`)
    .digest('hex')
    .slice(0, SUFFIX_LENGTH);
}

/**
 * Name of a session's resource as the operator's own client forms it: target
 * and key share the room evenly, and what one leaves over goes to the other.
 */
export function resourceName(
  target: TargetRef,
  key: string,
  suffix: string,
): string {
  const [left, right] = [formatTarget(target), key].map(plain);
  const room = NAME_LENGTH - suffix.length - 2;
  const half = Math.floor(room / 2);
  const forLeft = Math.max(half, room - right.length);
  const shortLeft = left.slice(0, forLeft);
  const shortRight = right.slice(0, room - shortLeft.length);
  return `${shortLeft}-${shortRight}-${suffix}`;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '-');
}
