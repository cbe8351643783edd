// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../database/SessionRecord';
import { beginRevision } from '../sessions/beginRevision';
import type { MemoryWorld } from './memoryCluster';

/**
 * A stretch of a preview's life that must survive every break: what somebody
 * wishes, and how it must have ended when all is quiet again.
 */
export interface Story {
  name: string;
  /** Whether the session is ready before; otherwise it is about to start. */
  begins: 'new' | 'ready';
  /** What happens in the cluster at the same time. */
  outside?: (world: MemoryWorld) => void;
  /** The wish, as a command would write it. */
  wish: (session: SessionRecord, now: number) => Partial<SessionRecord>;
  ends: Partial<SessionRecord>;
}

export const STORIES: Story[] = [
  {
    name: 'start',
    begins: 'new',
    wish: () => ({}),
    ends: { phase: 'ready', servingRevision: 1 },
  },
  {
    name: 'update',
    begins: 'ready',
    wish: (session, now) => beginRevision(session, 'shop/checkout:next', now),
    ends: { phase: 'ready', servingRevision: 2, retiringRevision: null },
  },
  {
    name: 'extend',
    begins: 'ready',
    wish: (session, now) => ({
      generation: session.generation + 1,
      expiresAt: now + 7_200_000,
      backstopAt: now + 7_205_000,
      backstopState: 'behind',
      nextRunAt: now,
    }),
    ends: { phase: 'ready', backstopState: 'set' },
  },
  {
    name: 'stop',
    begins: 'ready',
    wish: (session, now) => ({
      generation: session.generation + 1,
      desiredState: 'stopped',
      desiredEndReason: 'stopped',
      nextRunAt: now,
    }),
    ends: { phase: 'stopped', endReason: 'stopped' },
  },
  {
    name: 'expire',
    begins: 'ready',
    wish: (_, now) => ({ expiresAt: now, nextRunAt: now }),
    ends: { phase: 'stopped', endReason: 'expired' },
  },
  {
    name: 'lose the target',
    begins: 'ready',
    outside: world => world.goneTargets.push('shop/deployment/checkout'),
    wish: () => ({}),
    ends: { phase: 'failed', routeState: 'detached' },
  },
  {
    name: 'lose the root',
    begins: 'ready',
    outside: world => {
      world.objects = [];
    },
    wish: () => ({}),
    ends: { phase: 'stopped', endReason: 'deleted-in-cluster' },
  },
];
