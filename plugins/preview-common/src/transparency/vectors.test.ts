// SPDX-License-Identifier: Apache-2.0
/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBase64 } from './base64';
import { checkConsistency, checkInclusion } from './proofs';

interface Vectors {
  inclusion: {
    name: string;
    leafIdx: number;
    treeSize: number;
    root: string;
    leafHash: string;
    proof: string[] | null;
    wantErr: boolean;
  }[];
  consistency: {
    name: string;
    size1: number;
    size2: number;
    root1: string | null;
    root2: string | null;
    proof: string[] | null;
    wantErr: boolean;
  }[];
}

/** Public vectors; the file names its source and licence. */
const vectors: Vectors = JSON.parse(
  readFileSync(join(__dirname, 'vectors/merkle.json'), 'utf8'),
);
const bytes = (text: string | null) => fromBase64(text ?? '')!;

describe('the public vectors of RFC 6962 proofs', () => {
  it('are all here', () => {
    const { inclusion, consistency } = vectors;
    const wrong = [...inclusion, ...consistency].filter(each => each.wantErr);
    expect(inclusion.length + consistency.length).toBe(196);
    expect(wrong.length).toBeGreaterThan(150);
  });

  it.each(vectors.inclusion)('inclusion $name', vector => {
    const wrong = checkInclusion({
      index: vector.leafIdx,
      size: vector.treeSize,
      leaf: bytes(vector.leafHash),
      root: bytes(vector.root),
      proof: (vector.proof ?? []).map(bytes),
    });
    expect(wrong !== null).toBe(vector.wantErr);
  });

  it.each(vectors.consistency)('consistency $name', vector => {
    const wrong = checkConsistency({
      from: vector.size1,
      to: vector.size2,
      fromRoot: bytes(vector.root1),
      toRoot: bytes(vector.root2),
      proof: (vector.proof ?? []).map(bytes),
    });
    expect(wrong !== null).toBe(vector.wantErr);
  });
});
