// SPDX-License-Identifier: Apache-2.0
import { formatFilter } from '@preview-environments/backstage-plugin-preview-common';
import { isDeepStrictEqual } from 'node:util';
import type { SessionRecord } from '../../database/SessionRecord';

type Told = (session: SessionRecord) => string | null;

/** What stands in the log with its value before and after. */
const SHOWN: Record<string, Told> = {
  image: ({ image }) => image,
  replicas: ({ replicas }) => String(replicas),
  traffic: ({ traffic }) => traffic.mode,
  filter: ({ traffic, key }) =>
    traffic.filter && formatFilter(traffic.filter, key),
  labelMode: ({ labelMode }) => labelMode,
};
/** Values of these are for owners, not for whoever reads the log. */
const NAMED = ['env', 'inputs'] as const;

/** What a command changed of a preview, its end aside; `null` = nothing. */
export function changesOf(
  before: SessionRecord,
  after: SessionRecord,
): string | null {
  const shown = Object.entries(SHOWN).flatMap(([what, tell]) => {
    const [from, to] = [tell(before), tell(after)];
    return from === to ? [] : [`${what}: ${from ?? 'none'} -> ${to ?? 'none'}`];
  });
  const named = NAMED.filter(
    field => !isDeepStrictEqual(before[field], after[field]),
  );
  return [...shown, ...named].join('; ') || null;
}

/** How a command moved the end of a preview. */
export function endChange(
  { expiresAt: from }: Pick<SessionRecord, 'expiresAt'>,
  { expiresAt: to }: Pick<SessionRecord, 'expiresAt'>,
): string {
  const name = (at: number | null) =>
    at === null ? 'never' : new Date(at).toISOString();
  return `${wordOf(from, to)}: ${name(from)} -> ${name(to)}`;
}

function wordOf(from: number | null, to: number | null): string {
  if (to === null) {
    return 'pinned';
  }
  if (from === null) {
    return 'ends';
  }
  return to < from ? 'shortened' : 'extended';
}
