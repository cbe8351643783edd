// SPDX-License-Identifier: Apache-2.0
import { fromBase64, toBase64 } from './base64';
import {
  parseCount,
  parseSignedCheckpoint,
  type SignedCheckpoint,
} from './checkpoint';
import { HASH_SIZE } from './hash';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/**
 * That an entry is in a log, in one text (C2SP tlog-proof).
 *
 * @public
 */
export interface TlogProof {
  index: number;
  hashes: Uint8Array[];
  /** Not proven by anything; only for whoever knows what it means. */
  extra: Uint8Array | null;
  /** The signed checkpoint, as it is. */
  checkpoint: string;
}

/** @public */
export function formatTlogProof(proof: TlogProof): string {
  const { index, hashes, extra, checkpoint } = proof;
  return [
    FIRST_LINE,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...hashes.map(toBase64),
    '',
    checkpoint,
  ].join('\n');
}

/**
 * Reads a proof; nothing is verified.
 *
 * @returns `null` when it is none
 * @public
 */
export function parseTlogProof(
  text: string,
): (TlogProof & { head: SignedCheckpoint }) | null {
  const gap = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(gap, 0)).split('\n');
  const extraText = lines[0]?.startsWith('extra ')
    ? lines.shift()!.slice('extra '.length)
    : null;
  const extra = extraText === null ? null : fromBase64(extraText);
  const [, indexText] = /^index (.+)$/.exec(lines.shift() ?? '') ?? [];
  const index = parseCount(indexText ?? '');
  const hashes = lines.map(fromBase64);
  const whole = hashes.filter(hash => hash?.length === HASH_SIZE);
  const checkpoint = text.slice(gap + 2);
  const head = parseSignedCheckpoint(checkpoint);
  if (
    first !== FIRST_LINE ||
    (extraText !== null && extra === null) ||
    index === null ||
    whole.length !== hashes.length ||
    head === null
  ) {
    return null;
  }
  return { index, hashes: whole as Uint8Array[], extra, checkpoint, head };
}
