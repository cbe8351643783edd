// SPDX-License-Identifier: Apache-2.0
import type {
  AuditEvent,
  AuditExportQuery,
} from '@preview-environments/backstage-plugin-preview-common';
import { stringify } from 'csv-stringify/sync';

/** How events are written down. */
export interface ExportFormat {
  contentType: string;
  /** What stands before the first event. */
  head: string;
  write(events: AuditEvent[]): string;
}

const COLUMNS: readonly (keyof AuditEvent)[] = [
  'id',
  'at',
  'action',
  'outcome',
  'actor',
  'claimedActor',
  'via',
  'sessionId',
  'key',
  'entityRef',
  'ownerRef',
  'cluster',
  'namespace',
  'target',
  'image',
  'imageDigest',
  'reason',
  'code',
  'policy',
  'requestId',
  'count',
  'changes',
];

/** Spreadsheets run cells that look like formulas: those get an apostrophe. */
const csv = (rows: unknown[][]) =>
  stringify(rows, {
    escape_formulas: true,
    record_delimiter: 'windows',
    // By itself it quotes only what holds the whole delimiter.
    quoted_match: /[\r\n]/,
  });

export const EXPORT_FORMATS: Record<AuditExportQuery['format'], ExportFormat> =
  {
    csv: {
      contentType: 'text/csv; charset=utf-8; header=present',
      head: csv([[...COLUMNS]]),
      write: events =>
        csv(events.map(event => COLUMNS.map(column => event[column]))),
    },
    jsonl: {
      contentType: 'application/x-ndjson; charset=utf-8',
      head: '',
      write: events =>
        events.map(event => `${JSON.stringify(event)}\n`).join(''),
    },
  };
