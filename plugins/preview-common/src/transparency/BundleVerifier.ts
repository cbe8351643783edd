// SPDX-License-Identifier: Apache-2.0
import { fromBase64 } from './base64';
import { type BundleEvent, type BundleHead, parseBundleLine } from './bundle';
import { parseSignedCheckpoint, type SignedCheckpoint } from './checkpoint';
import { parseEntryList } from './entryList';
import { type Finding, Findings } from './findings';
import { EMPTY_ROOT, entryOf, equalBytes, leafHash } from './hash';
import { compareKept, type KeptResult } from './keptCheckpoints';
import { checkInclusion } from './proofs';
import { TreeBuilder } from './TreeBuilder';
import {
  isDevelopmentKey,
  parseVerifierKey,
  signersOf,
  type VerifierKey,
  type VerifyEd25519,
} from './verifierKey';

/** @public */
export interface BundleVerifierOptions {
  verify: VerifyEd25519;
  /** Keys to trust; without any those that the bundle itself names. */
  keys: VerifierKey[];
  /** Checkpoints that were kept elsewhere. */
  since: SignedCheckpoint[];
}

/**
 * Outcome of a check. Nothing was found wrong when `findingCount` is 0; see
 * `kept` for what could not be proven.
 *
 * @public
 */
export interface BundleReport {
  origin: string | null;
  size: number | null;
  events: number;
  whole: boolean;
  /** Whose signature holds. */
  signers: VerifierKey[];
  development: boolean;
  kept: KeptResult[];
  /** The first hundred. */
  findings: Finding[];
  findingCount: number;
}

const CHANGES = ['audit.erased', 'audit.archived'];

/**
 * Checks an evidence bundle line by line, in constant memory, without a
 * server. Feed it every line, then ask for the report.
 *
 * @public
 */
export class BundleVerifier {
  private readonly findings = new Findings();
  private bundle: BundleHead | null = null;
  private head: SignedCheckpoint | null = null;
  private signers: VerifierKey[] = [];
  private readonly growth = new Map<number, string[]>();
  private readonly roots = new Map<number, Uint8Array>([[0, EMPTY_ROOT]]);
  private readonly builder = new TreeBuilder();
  /** Index of the next entry of a whole bundle. */
  private next = 0;
  private events = 0;
  private ended = false;
  private readonly gone: number[] = [];
  private readonly recorded: [number, number][] = [];

  constructor(private readonly options: BundleVerifierOptions) {}

  line(text: string): void {
    const line = parseBundleLine(text);
    if (!line || (this.bundle === null) !== (line.type === 'bundle')) {
      this.findings.add(
        'NotABundle',
        `Line ${this.events + 1} or one after it is not of an evidence bundle.`,
      );
      return;
    }
    switch (line.type) {
      case 'bundle':
        this.begin(line);
        break;
      case 'growth':
        this.growth.set(line.from, line.proof);
        break;
      case 'event':
        this.event(line);
        break;
      default:
        this.ended = line.events === this.events;
    }
  }

  report(): BundleReport {
    const { head, findings, events, signers } = this;
    if (!this.ended) {
      findings.add('BundleCut', 'The file does not have all of the bundle.');
    }
    if (head && this.bundle?.whole) {
      this.endWhole(head);
    }
    const { growth, roots } = this;
    const kept = head
      ? compareKept(this.options.since, { head, growth, roots }, findings)
      : [];
    return {
      origin: head?.origin ?? null,
      size: head?.size ?? null,
      events,
      whole: this.bundle?.whole ?? false,
      signers,
      development: signers.some(isDevelopmentKey),
      kept,
      findings: findings.first,
      findingCount: findings.count,
    };
  }

  private begin(bundle: BundleHead): void {
    this.bundle = bundle;
    this.head = parseSignedCheckpoint(bundle.checkpoint);
    const named = bundle.keys.map(parseVerifierKey);
    const { keys, verify } = this.options;
    const trusted = keys.length > 0 ? keys : named.filter(key => key !== null);
    this.signers = this.head ? signersOf(this.head.note, trusted, verify) : [];
    if (this.signers.length === 0) {
      this.findings.add(
        'CheckpointForged',
        'The checkpoint does not bear a right signature of a trusted key.',
      );
    }
  }

  private event(event: BundleEvent): void {
    this.events += 1;
    const { index, id } = event;
    const about = { index, eventId: id };
    const entry = fromBase64(event.entry);
    const expected = this.opened(event);
    if (expected === 'altered' || !entry) {
      this.findings.add(
        'EventAltered',
        `Event ${id} at entry ${index} was altered.`,
        about,
      );
    } else if (expected && !equalBytes(expected, entry)) {
      this.findings.add(
        'EventAltered',
        `Event ${id} at entry ${index} was altered: it is not what its hash was made of.`,
        about,
      );
    } else if (!expected && event.gone === null) {
      this.findings.add(
        'EventMissing',
        `The content of event ${id} at entry ${index} is missing, and neither archived nor erased.`,
        about,
      );
    }
    const leaf = leafHash(entry ?? new Uint8Array());
    if (this.bundle!.whole) {
      this.inWhole(event, leaf);
    } else {
      this.inPart(event, leaf);
    }
  }

  /** The entry that salt and body make; `null` when they are gone. */
  private opened(event: BundleEvent): Uint8Array | 'altered' | null {
    const { salt, body, id, index } = event;
    if (salt === null || body === null) {
      if (event.gone !== null) {
        this.gone.push(index);
      }
      return null;
    }
    try {
      const said = JSON.parse(body);
      if (CHANGES.includes(said.action)) {
        this.recorded.push(...parseEntryList(said.reason ?? ''));
      }
      return said.id === id ? entryOf(salt, body) : 'altered';
    } catch {
      return 'altered';
    }
  }

  private inPart({ index, id, proof }: BundleEvent, leaf: Uint8Array): void {
    if (!this.head) {
      return;
    }
    const { size, root } = this.head;
    const hashes = (proof ?? []).map(fromBase64);
    const wrong = hashes.some(hash => hash === null)
      ? 'the proof cannot be read'
      : checkInclusion({
          ...{ index, size, leaf, root },
          proof: hashes as Uint8Array[],
        });
    if (wrong) {
      this.findings.add(
        'EntryMoved',
        `Event ${id} is not what the log has at entry ${index}: ${wrong}.`,
        { index, eventId: id },
      );
    }
  }

  private inWhole(event: BundleEvent, leaf: Uint8Array): void {
    const { index, id } = event;
    if (index !== this.next) {
      this.missing(this.next, index - 1);
    }
    this.next = index + 1;
    const sealed = fromBase64(event.leaf ?? '');
    if (!sealed || !equalBytes(sealed, leaf)) {
      this.findings.add(
        'EntryMoved',
        `Event ${id} is not what was sealed at entry ${index}.`,
        { index, eventId: id },
      );
    }
    this.builder.add(sealed ?? leaf);
    if (this.options.since.some(({ size }) => size === this.builder.size)) {
      this.roots.set(this.builder.size, this.builder.root());
    }
  }

  private missing(from: number, to: number): void {
    this.findings.add(
      'EntryMissing',
      from >= to
        ? `Entry ${from} is missing, or out of order.`
        : `Entries ${from} to ${to} are missing, or out of order.`,
      { index: from },
    );
  }

  private endWhole(head: SignedCheckpoint): void {
    if (this.next < head.size) {
      this.missing(this.next, head.size - 1);
    }
    if (!equalBytes(this.builder.root(), head.root)) {
      this.findings.add(
        'RootMismatch',
        'The entries do not add up to the root in the checkpoint: the tree was changed, or the checkpoint is of another one.',
      );
    }
    for (const index of this.gone) {
      const known = this.recorded.some(
        ([from, to]) => from <= index && index <= to,
      );
      if (!known) {
        this.findings.add(
          'ErasureNotRecorded',
          `The content of entry ${index} is gone, but no event of the log says so.`,
          { index },
        );
      }
    }
  }
}
