// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '@preview-environments/backstage-plugin-preview-common';
import {
  DRIVER_CONDITIONS,
  type DriverCondition,
  type Observation,
} from '@preview-environments/backstage-plugin-preview-node';
import type { RevisionRecord } from '../database/history/RevisionRecord';
import type { SessionRecord } from '../database/SessionRecord';
import { withCondition, withoutCondition } from './conditions';
import type { Facts } from './facts';
import { timeline } from './timeline';

/** Clusters count whole seconds. */
const BACKSTOP_ROUNDING = 2_000;

/** The facts with everything noted that was seen, before anything is decided. */
export function reflect(facts: Facts): Facts {
  const session = { ...facts.session, ...seen(facts) };
  const noted = { ...facts, session };
  return {
    ...noted,
    steps: timeline(noted),
    revisions: withDigests(facts.revisions, facts.cluster.observed),
  };
}

/** With exactly those conditions that the driver tells now. */
function told(
  before: Condition[],
  present: DriverCondition[],
  now: number,
): Condition[] {
  return DRIVER_CONDITIONS.reduce((conditions, type) => {
    const found = present.find(each => each.type === type);
    return found
      ? withCondition(conditions, type, { ...found, status: 'True' }, now)
      : withoutCondition(conditions, type);
  }, before);
}

function seen({
  session,
  cluster,
  now,
  settings,
}: Facts): Partial<SessionRecord> {
  const { observed } = cluster;
  const routeGone = cluster.removed !== null || cluster.detached;
  if (!observed) {
    return {
      ...(routeGone && { routeState: 'detached' as const }),
      ...(cluster.cause && {
        conditions: withCondition(
          session.conditions,
          'ClusterReachable',
          {
            status: 'False',
            reason: 'ClusterUnreachable',
            message: 'The cluster does not answer; it is tried again.',
          },
          now,
        ),
      }),
    };
  }
  return {
    conditions: told(
      withoutCondition(session.conditions, 'ClusterReachable'),
      observed.conditions ?? [],
      now,
    ),
    routeState: routeGone ? 'detached' : observed.route.state,
    pods: observed.revisions.flatMap(revision => revision.pods),
    ...(observed.exists && {
      ...(session.origin === 'elsewhere' && followed(session, observed)),
      // A driver that updates by delete and create names the new one.
      handle: observed.handle ?? session.handle,
      differences: observed.differences,
      access: observed.access,
      backstopObservedAt: observed.backstop.at,
      backstopState: backstopState(session, observed, settings),
    }),
    ...(session.retiringRevision !== null &&
      session.retireAt === null &&
      observed.serving === session.servingRevision && {
        retireAt: now + settings.drain,
      }),
  };
}

/** Of what was started elsewhere the cluster alone says what shall be. */
function followed(
  { desiredState }: SessionRecord,
  { backstop, serving, route }: Observation,
): Partial<SessionRecord> {
  return {
    expiresAt: backstop.at,
    ...(desiredState === 'running' && {
      servingRevision: serving,
      routed: route.state === 'attached',
    }),
  };
}

function backstopState(
  session: SessionRecord,
  { backstop }: Observation,
  { backstopGrace }: Facts['settings'],
): SessionRecord['backstopState'] {
  if (backstop.state !== 'set' || backstop.at === null) {
    return backstop.state === 'set' ? 'pending' : backstop.state;
  }
  const late = backstop.at - session.backstopAt;
  if (backstop.ceiling) {
    return late >= -BACKSTOP_ROUNDING ? 'set' : 'behind';
  }
  // A cluster that saw the root late ends it late: no harm within the grace.
  return late >= -BACKSTOP_ROUNDING &&
    late <= Math.max(backstopGrace, BACKSTOP_ROUNDING)
    ? 'set'
    : 'behind';
}

function withDigests(
  revisions: RevisionRecord[],
  observed: Observation | null,
): RevisionRecord[] {
  return revisions.map(revision => {
    const pods =
      observed?.revisions.find(each => each.number === revision.number)?.pods ??
      [];
    const digests = new Set(revision.digests);
    pods.forEach(pod => pod.imageDigest && digests.add(pod.imageDigest));
    return digests.size === revision.digests.length
      ? revision
      : { ...revision, digests: [...digests].sort() };
  });
}
