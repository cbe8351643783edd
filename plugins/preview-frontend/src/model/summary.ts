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
  /** How many more the reader may run, and whose quota says so; `null` = unknown. */
  mayRun: { more: number; limit: number; by: 'user' | 'team' } | null;
}

const left = ({ limit, used }: EntityOptions['quota']['perUser']) => ({
  more: Math.max(0, limit - used),
  limit,
});

/** The narrower of both quotas; where both are used up, the reader's own. */
function mayRun({ perUser, perOwner }: EntityOptions['quota']) {
  const [own, team] = [left(perUser), left(perOwner)];
  return own.more === 0 || own.more < team.more
    ? ({ ...own, by: 'user' } as const)
    : ({ ...team, by: 'team' } as const);
}

export function summarize(
  sessions: Pick<PreviewSession, 'phase'>[],
  options?: Pick<EntityOptions, 'quota'>,
): Summary {
  return {
    counts: COUNTED_PHASES.map(phase => ({
      phase,
      count: sessions.filter(session => session.phase === phase).length,
    })).filter(({ count }) => count > 0),
    mayRun: options ? mayRun(options.quota) : null,
  };
}

/** The options once one more preview of the reader runs. */
export function withOneMore<T extends Pick<EntityOptions, 'quota'>>(
  options: T,
): T {
  const { perUser, perOwner } = options.quota;
  const more = ({ limit, used }: typeof perUser) => ({ limit, used: used + 1 });
  return {
    ...options,
    quota: { perUser: more(perUser), perOwner: more(perOwner) },
  };
}
