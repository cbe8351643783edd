// SPDX-License-Identifier: Apache-2.0
import { nodeHash } from './hash';
import { joinSubtrees } from './ranges';

/**
 * Computes roots while leaves come one after the other. Holds one hash per
 * level, whatever the size.
 *
 * @public
 */
export class TreeBuilder {
  private count = 0;
  /** Complete subtrees, left to right, each smaller than the former. */
  private readonly subtrees: Uint8Array[] = [];

  /** Leaves so far. */
  get size(): number {
    return this.count;
  }

  add(leaf: Uint8Array): void {
    let hash = leaf;
    for (let rest = this.count; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      hash = nodeHash(this.subtrees.pop()!, hash);
    }
    this.subtrees.push(hash);
    this.count += 1;
  }

  /** Root of the leaves so far. */
  root(): Uint8Array {
    return joinSubtrees(this.subtrees);
  }
}
