// SPDX-License-Identifier: Apache-2.0

/** First field of every evidence bundle. @public */
export const BUNDLE_FORMAT = 'preview-environments.io/audit-bundle@v1';

/**
 * First line of a bundle.
 *
 * @public
 */
export interface BundleHead {
  type: 'bundle';
  format: typeof BUNDLE_FORMAT;
  /** ISO 8601. */
  exportedAt: string;
  /** The signed checkpoint that everything below leads to. */
  checkpoint: string;
  /** Verifier keys of those who signed it, `NAME+ID+KEY`. */
  keys: string[];
  /** Whether every entry of the log follows, from the first to the last. */
  whole: boolean;
  /** What was asked for. */
  filter: Record<string, unknown>;
}

/**
 * That the log has only grown since it had `from` entries. Hashes are base64.
 *
 * @public
 */
export interface BundleGrowth {
  type: 'growth';
  from: number;
  proof: string[];
}

/**
 * One event. `salt` and `body` are `null` when they are gone; `entry` is what
 * the log has of it, base64.
 *
 * @public
 */
export interface BundleEvent {
  type: 'event';
  /** Place in the log, from 0. */
  index: number;
  id: string;
  salt: string | null;
  /** The exact text that was recorded. */
  body: string | null;
  entry: string;
  /** Why the content is gone, where that is recorded. */
  gone: 'erased' | 'archived' | null;
  /** In a whole bundle: the leaf of the tree at this place, base64. */
  leaf: string | null;
  /** Otherwise: the inclusion proof, base64. */
  proof: string[] | null;
}

/**
 * Last line, so that a file that was cut is noticed.
 *
 * @public
 */
export interface BundleEnd {
  type: 'end';
  events: number;
}

/** @public */
export type BundleLine = BundleHead | BundleGrowth | BundleEvent | BundleEnd;

const isText = (value: unknown) => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isCount = (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) >= 0;
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);

const FORMS: Record<
  BundleLine['type'],
  Record<string, (value: unknown) => boolean>
> = {
  bundle: {
    format: value => value === BUNDLE_FORMAT,
    checkpoint: isText,
    keys: isTexts,
    whole: value => typeof value === 'boolean',
  },
  growth: { from: isCount, proof: isTexts },
  event: {
    index: isCount,
    id: isText,
    salt: isTextOrNull,
    body: isTextOrNull,
    entry: isText,
    gone: isTextOrNull,
    leaf: isTextOrNull,
    proof: value => value === null || isTexts(value),
  },
  end: { events: isCount },
};

/**
 * Reads one line of a bundle; nothing is verified.
 *
 * @returns `null` when it is none
 * @public
 */
export function parseBundleLine(text: string): BundleLine | null {
  let line: Record<string, unknown> | null;
  try {
    line = JSON.parse(text);
  } catch {
    return null;
  }
  const form = FORMS[line?.type as BundleLine['type']];
  return form && Object.entries(form).every(([name, fits]) => fits(line![name]))
    ? (line as unknown as BundleLine)
    : null;
}
