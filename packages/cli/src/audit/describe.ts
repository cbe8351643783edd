// SPDX-License-Identifier: Apache-2.0
import type {
  BundleReport,
  KeptResult,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { VerifyOptions } from './verify';

/** What a check found, for people. */
export function describe(
  report: BundleReport,
  { since = [], key = [] }: VerifyOptions,
): string[] {
  const lines = [
    ...summary(report),
    ...report.kept.map(keptLine),
    ...report.findings.map(({ message }) => `✗ ${message}`),
  ];
  const more = report.findingCount - report.findings.length;
  if (more > 0) {
    lines.push(`✗ … and ${more} more of the kind`);
  }
  lines.push(...limits(report, since.length > 0, key.length > 0));
  lines.push(
    report.findingCount === 0
      ? 'Nothing was found wrong.'
      : 'THIS LOG WAS ALTERED, or this file was.',
  );
  return lines;
}

function summary(report: BundleReport): string[] {
  if (report.origin === null) {
    return [];
  }
  const { origin, size, events, whole, signers } = report;
  const what = whole ? 'the whole log' : 'a part of the log';
  return [
    `Log ${origin}, ${size} entries; this file is ${what}: ${events} events.`,
    ...signers.map(({ name, id }) => `✓ signed by ${name}, key ${id}`),
  ];
}

function keptLine({ size, result }: KeptResult): string {
  switch (result) {
    case 'same':
      return `✓ the kept checkpoint of ${size} entries is this very log`;
    case 'grown':
      return `✓ the log has only grown since the kept checkpoint of ${size} entries`;
    case 'unproven':
      return `? not shown: growth since ${size} entries. Ask for the bundle again with since=${size}`;
    default:
      return `✗ the kept checkpoint of ${size} entries does not fit`;
  }
}

/** What this check could not notice. */
function limits(
  report: BundleReport,
  hasKept: boolean,
  hasKey: boolean,
): string[] {
  const lines: string[] = [];
  if (!hasKept) {
    lines.push(
      '! Nothing was compared with a checkpoint kept elsewhere (--since). Whoever holds database and key could have rewritten the log, or cut off its end, and signed it again: this check would not notice.',
    );
  }
  if (!hasKey) {
    lines.push(
      '! The keys were taken from the file itself (--key): it agrees with itself, whoever made it.',
    );
  }
  if (report.development) {
    lines.push(
      '! Signed with a development key, which the database holds: this proves nothing against its administrator.',
    );
  }
  if (!report.whole && report.origin !== null) {
    lines.push(
      '! A part of a log does not show that nothing was left out of it. A bundle without filters does.',
    );
  }
  return lines;
}
