// SPDX-License-Identifier: Apache-2.0

/**
 * What a check of a bundle found wrong.
 *
 * @public
 */
export type FindingCode =
  | 'NotABundle'
  | 'BundleCut'
  | 'CheckpointForged'
  | 'RootMismatch'
  | 'EventAltered'
  | 'EventMissing'
  | 'EntryMissing'
  | 'EntryMoved'
  | 'ErasureNotRecorded'
  | 'LogCut'
  | 'LogRewritten'
  | 'OtherLog';

/** @public */
export interface Finding {
  code: FindingCode;
  /** Place in the log, where it is about one. */
  index: number | null;
  /** Id of the event, where it is about one. */
  eventId: string | null;
  message: string;
}

const MOST = 100;

/** Collects findings; a log that is wrong everywhere is told of in part. */
export class Findings {
  readonly first: Finding[] = [];
  count = 0;

  add(
    code: FindingCode,
    message: string,
    about: { index?: number; eventId?: string } = {},
  ): void {
    this.count += 1;
    if (this.first.length < MOST) {
      const { index = null, eventId = null } = about;
      this.first.push({ code, message, index, eventId });
    }
  }
}
