// SPDX-License-Identifier: Apache-2.0
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { COUNTED_PHASES } from './phases';

/** The numbers of the line above the previews of a service. */
export interface Summary {
  /** Only phases that occur, in the order in which they are told. */
  counts: { phase: (typeof COUNTED_PHASES)[number]; count: number }[];
  /** How many more the team may run; `null` = unknown. */
  teamMayRun: number | null;
}

export function summarize(
  sessions: Pick<PreviewSession, 'phase'>[],
  options?: Pick<EntityOptions, 'quota'>,
): Summary {
  const { limit, used } = options?.quota.perOwner ?? { limit: 0, used: 0 };
  return {
    counts: COUNTED_PHASES.map(phase => ({
      phase,
      count: sessions.filter(session => session.phase === phase).length,
    })).filter(({ count }) => count > 0),
    teamMayRun: options ? Math.max(0, limit - used) : null,
  };
}
