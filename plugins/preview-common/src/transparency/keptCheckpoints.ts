// SPDX-License-Identifier: Apache-2.0
import { fromBase64 } from './base64';
import type { SignedCheckpoint } from './checkpoint';
import type { Findings } from './findings';
import { equalBytes } from './hash';
import { checkConsistency } from './proofs';

/**
 * What became of a checkpoint that somebody kept.
 *
 * @public
 */
export interface KeptResult {
  size: number;
  /** `unproven`: the bundle does not have the proof that is needed. */
  result: 'same' | 'grown' | 'unproven' | 'broken';
}

/** What a bundle says of its log, as far as it was read. */
export interface LogHead {
  head: SignedCheckpoint;
  /** Consistency proofs by old size. */
  growth: Map<number, string[]>;
  /** Roots at the kept sizes, where all entries were seen. */
  roots: Map<number, Uint8Array>;
}

/**
 * Compares a log with checkpoints that were kept elsewhere, the oldest first,
 * so that what was altered is found between two of them.
 */
export function compareKept(
  kept: SignedCheckpoint[],
  log: LogHead,
  findings: Findings,
): KeptResult[] {
  let good = 0;
  return [...kept]
    .sort((one, other) => one.size - other.size)
    .map(old => {
      const result = compare(old, log, good, findings);
      if (result === 'same' || result === 'grown') {
        good = old.size;
      }
      return { size: old.size, result };
    });
}

function compare(
  old: SignedCheckpoint,
  { head, growth, roots }: LogHead,
  good: number,
  findings: Findings,
): KeptResult['result'] {
  if (old.origin !== head.origin) {
    findings.add(
      'OtherLog',
      `The kept checkpoint is of the log "${old.origin}", the bundle of "${head.origin}".`,
    );
    return 'broken';
  }
  if (old.size > head.size) {
    findings.add(
      'LogCut',
      `The log was cut: it had ${old.size} entries when the kept checkpoint was signed, and has ${head.size} now.`,
      { index: head.size },
    );
    return 'broken';
  }
  const seen = old.size === head.size ? head.root : roots.get(old.size);
  const proof = growth.get(old.size);
  if (!seen && !proof) {
    return 'unproven';
  }
  const same = seen ? equalBytes(seen, old.root) : proves(old, head, proof!);
  if (!same) {
    findings.add(
      'LogRewritten',
      `The log was rewritten: at least one of the entries ${good} to ${
        old.size - 1
      } is not what it was when the kept checkpoint of ${
        old.size
      } entries was signed.`,
      { index: good },
    );
    return 'broken';
  }
  return old.size === head.size ? 'same' : 'grown';
}

function proves(
  old: SignedCheckpoint,
  head: SignedCheckpoint,
  proof: string[],
): boolean {
  const hashes = proof.map(fromBase64);
  const whole = hashes.filter(hash => hash !== null);
  const wrong = checkConsistency({
    ...{ from: old.size, fromRoot: old.root },
    ...{ to: head.size, toRoot: head.root },
    proof: whole,
  });
  return wrong === null && whole.length === hashes.length;
}
