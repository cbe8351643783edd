// SPDX-License-Identifier: Apache-2.0
import {
  filterHeaders,
  formatTarget,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  Observation,
  RevisionObservation,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import type { MemoryObject, MemoryWorld } from './memoryCluster';

/** What the memory driver sees of a session in its world. */
export function memoryObserve(
  world: MemoryWorld,
  intent: SessionIntent,
  now: number,
): Observation {
  const mine = world.objects.filter(
    each => each.sessionId === intent.sessionId,
  );
  const root = mine.find(
    each =>
      each.kind === 'root' &&
      (intent.handle === null || each.uid === intent.handle),
  );
  const route = mine.find(each => each.kind === 'route' && !each.terminating);
  const service = mine.find(each => each.kind === 'service');
  const targetExists = !world.goneTargets.includes(
    `${intent.namespace}/${formatTarget(intent.target)}`,
  );
  return {
    exists: root !== undefined,
    terminating: root?.terminating ?? false,
    leftovers: mine.length > 0,
    handle: root?.uid ?? null,
    backstop: { at: root?.backstopAt ?? null, state: root ? 'set' : 'pending' },
    revisions: mine
      .filter(each => each.kind === 'pods' && !each.terminating)
      .map(pods => revisionOf(world, pods, now)),
    serving: service?.revision ?? null,
    route: routeOf(world, route),
    targetExists,
    differences: [],
    access: {
      url: 'http://gateway.test/',
      reason: null,
      headers: filterHeaders(intent.traffic.filter, intent.key),
      curl: null,
      portForward: null,
      shareUrl: null,
    },
    problem: null,
    inSync: isInSync(mine, root, service, route, intent),
  };
}

function routeOf(
  world: MemoryWorld,
  route: MemoryObject | undefined,
): Observation['route'] {
  if (!route) {
    return { state: 'detached', problem: null };
  }
  if (world.route === 'accepts') {
    return { state: 'attached', problem: null };
  }
  return world.route === 'pending'
    ? { state: 'pending', problem: null }
    : { state: 'rejected', problem: world.route };
}

function revisionOf(
  world: MemoryWorld,
  pods: MemoryObject,
  now: number,
): RevisionObservation {
  const fate = world.fates[pods.image ?? ''] ?? 'ready';
  const ready = fate === 'ready';
  return {
    number: pods.revision ?? 0,
    pods: [
      {
        name: `${pods.name}-0`,
        phase: ready ? 'Running' : 'Pending',
        restarts: typeof fate === 'object' ? 3 : 0,
        containers: ['app'],
        imageDigest: ready
          ? world.digests[pods.image ?? ''] ?? `sha256:${pods.image}`
          : null,
      },
    ],
    available: ready,
    steps: {
      scheduled: now,
      pulled: ready ? now : null,
      started: ready ? now : null,
      available: ready ? now : null,
    },
    progress: fate === 'coming' ? 'pulling image' : null,
    problem: typeof fate === 'object' ? fate : null,
  };
}

function isInSync(
  mine: MemoryObject[],
  root: MemoryObject | undefined,
  service: MemoryObject | undefined,
  route: MemoryObject | undefined,
  intent: SessionIntent,
): boolean {
  const have = mine
    .filter(each => each.kind === 'pods')
    .map(each => each.revision);
  const want = intent.revisions.map(each => each.number);
  return (
    root !== undefined &&
    root.backstopAt === intent.backstopAt &&
    root.expiresAt === intent.expiresAt &&
    mine.every(each => each === root || each.owner === root.uid) &&
    have.length === want.length &&
    want.every(number => have.includes(number)) &&
    service?.revision === intent.serving &&
    (route !== undefined) === intent.routed &&
    (!route || route.filter === JSON.stringify(intent.traffic.filter))
  );
}
