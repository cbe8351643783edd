// SPDX-License-Identifier: Apache-2.0
import {
  formatTarget,
  isPreviewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  ElsewhereSession,
  PreviewDriver,
} from '@preview-environments/backstage-plugin-preview-node';
import { recordEvent } from '../audit/recordEvent';
import { insertRevision } from '../database/history/insertRevision';
import { newSession } from '../database/newSession';
import { insertSession } from '../database/sessions/insertSession';
import { listForSweep } from '../database/sessions/listForSweep';
import type { SessionRecord } from '../database/SessionRecord';
import type { LinkTemplate } from '../config/types';
import type { EntityLookup } from './EntityLookup';
import type { LifecycleNudge } from './LifecycleNudge';
import type { WorkerTools } from './SessionWorker';
import { SYSTEM } from './verdict';

/** The service that a session is a preview of. */
interface Service {
  entityRef: string;
  ownerRef: string;
  links: LinkTemplate[];
}

/**
 * Takes in what other clients of a cluster started, as rows that are shown
 * and followed, and never made. Only where the cluster says of which service
 * it is: else nobody could be asked who may see it.
 */
export class Adoption {
  constructor(
    private readonly tools: WorkerTools,
    private readonly nudges: LifecycleNudge,
    private readonly lookUp: EntityLookup | undefined,
  ) {}

  /** Takes in what is not known yet. Repeating it changes nothing more. */
  async run(cluster: string): Promise<void> {
    const { store, driverFor, checkpoints, logger } = this.tools;
    const driver = driverFor(cluster);
    if (!driver.listElsewhere) {
      return;
    }
    const found = await checkpoints.around('driver.list', () =>
      driver.listElsewhere!(cluster),
    );
    if (found.length === 0) {
      return;
    }
    const ids = found.map(({ sessionId }) => sessionId);
    const rows = await store.run('database.listForSweep', trx =>
      listForSweep(trx, cluster, ids),
    );
    const known = new Set(rows.map(({ id }) => id));
    let unbound = 0;
    for (const each of found.filter(one => !known.has(one.sessionId))) {
      const service = await this.serviceOf(driver, each);
      if (service) {
        await this.adopt(driver, each, service);
      } else {
        unbound += 1;
      }
    }
    if (unbound > 0) {
      logger.info(
        `${unbound} previews were started elsewhere for workloads that name no service with an owner; they are not shown`,
        { cluster },
      );
    }
  }

  private async serviceOf(
    driver: PreviewDriver,
    { cluster, namespace, target }: ElsewhereSession,
  ): Promise<Service | null> {
    const refs = await driver.resolve({ cluster, namespace, target }).then(
      facts => facts.boundEntities ?? [],
      error => {
        if (isPreviewError(error)) {
          return [];
        }
        throw error;
      },
    );
    if (!this.lookUp || refs.length === 0) {
      return null;
    }
    const entities = await this.lookUp(refs);
    for (const entityRef of refs) {
      const entity = entities.get(entityRef);
      if (entity?.state === 'found' && entity.ownerRef !== null) {
        const { ownerRef, links } = entity;
        return { entityRef, ownerRef, links };
      }
    }
    return null;
  }

  private async adopt(
    driver: PreviewDriver,
    found: ElsewhereSession,
    service: Service,
  ): Promise<void> {
    const { store, clock, events } = this.tools;
    const now = clock.now();
    const session = adopted(driver.type, found, service, now);
    const inserted = await store.run('database.saveOwner', async trx => {
      if ((await insertSession(trx, session)) !== 'inserted') {
        return false;
      }
      const { id, key, entityRef, ownerRef, image, createdAt } = session;
      await insertRevision(trx, {
        ...{ sessionId: id, number: 1, image, digests: [] },
        ...{ at: createdAt, by: SYSTEM },
      });
      const { cluster, namespace, target } = session;
      await recordEvent(trx, {
        identity: ['adoption', id, 'session.started'],
        at: now,
        action: 'session.started',
        actor: SYSTEM,
        via: 'cluster',
        reason: session.desiredReason,
        sessionId: id,
        ...{ key, entityRef, ownerRef, cluster, namespace, target, image },
      });
      return true;
    });
    if (inserted) {
      events.changed(session.id);
      this.nudges.nudge(session.id, { priority: 'watch' });
    }
  }
}

function adopted(
  driver: string,
  found: ElsewhereSession,
  { entityRef, ownerRef, links }: Service,
  now: number,
): SessionRecord {
  const { sessionId, handle, target, createdAt, ...same } = found;
  return {
    ...newSession({
      ...same,
      id: sessionId,
      target: formatTarget({ kind: target.kind, name: target.name }),
      driver,
      ...{ entityRef, ownerRef, entityLinks: links },
      env: [],
      inputs: {},
      labelMode: 'inherit',
      filterFingerprint: null,
      desiredReason: 'It was started elsewhere.',
      expiresAt: null,
      pinned: false,
      pinnedBy: null,
      backstopAt: now,
      createdBy: SYSTEM,
      claimedActor: null,
      via: 'cluster',
      createdAt,
    }),
    origin: 'elsewhere',
    handle,
    nextRunAt: now,
  };
}
