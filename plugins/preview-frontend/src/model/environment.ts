// SPDX-License-Identifier: Apache-2.0
import type {
  Access,
  EnvironmentSummary,
  Phase,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { COUNTED_PHASES } from './phases';
import { headerLines } from './recipes';
import { endOf } from './timeLeft';

/** An environment as one line tells it. */
export interface EnvironmentGlance {
  /** Phases that occur, with how often, in the order of the header line. */
  counts: { phase: Phase; count: number }[];
  /** Who started its previews, without duplicates, the first one first. */
  starters: string[];
  /** The preview that ends first, as the rows tell it; one without end comes last. */
  nextToEnd: PreviewSession;
}

function endMillis(session: PreviewSession): number {
  if (session.phase === 'stopping') return -Infinity;
  const end = endOf(session);
  return end === null ? Infinity : Date.parse(end);
}

/** @param environment - with at least one preview */
export function glance({ sessions }: EnvironmentSummary): EnvironmentGlance {
  const oldestFirst = [...sessions].sort(
    (a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt),
  );
  return {
    counts: COUNTED_PHASES.map(phase => ({
      phase,
      count: sessions.filter(session => session.phase === phase).length,
    })).filter(({ count }) => count > 0),
    starters: [
      ...new Set(
        oldestFirst.map(
          ({ claimedActor, createdBy }) => claimedActor ?? createdBy,
        ),
      ),
    ],
    nextToEnd: sessions.reduce((first, session) =>
      endMillis(session) < endMillis(first) ? session : first,
    ),
  };
}

/** How to reach all services of an environment with the same mark. */
export interface SharedRecipe {
  /** Lines `name: value`, to set once for all addresses. */
  headers: string[];
  services: { id: string; entityRef: string; access: Access }[];
}

/** Groups what is reachable by the headers that it asks for. */
export function sharedRecipes(sessions: PreviewSession[]): SharedRecipe[] {
  const byHeaders = new Map<string, SharedRecipe>();
  for (const { id, entityRef, access } of sessions) {
    if (access.url === null) continue;
    const headers = headerLines(access.headers);
    const known = byHeaders.get(headers.join('\n'));
    const service = { id, entityRef, access };
    if (known) {
      known.services.push(service);
    } else {
      byHeaders.set(headers.join('\n'), { headers, services: [service] });
    }
  }
  return [...byHeaders.values()];
}
