// SPDX-License-Identifier: Apache-2.0
import { isDeepStrictEqual } from 'node:util';
import { aboutSession } from '../audit/aboutSession';
import { nextEventTime } from '../audit/nextEventTime';
import { recordEvent } from '../audit/recordEvent';
import { insertNotices } from '../database/notices/insertNotices';
import { listForSweep } from '../database/sessions/listForSweep';
import { getSession } from '../database/sessions/getSession';
import type { SessionRecord } from '../database/SessionRecord';
import { updateSession } from '../database/sessions/updateSession';
import { noticesOfStop } from '../notifications/noticesOfStop';
import { enterPhase } from '../sessions/phases';
import type { Adoption } from './Adoption';
import type { EntityLookup } from './EntityLookup';
import type { LifecycleNudge } from './LifecycleNudge';
import { MissingEntities } from './MissingEntities';
import type { WorkerTools } from './SessionWorker';
import { sweepPlan } from './sweepPlan';
import { SYSTEM } from './verdict';

const ENTITY_REMOVED = 'The service is gone from the catalog.';

/** Compares clusters, database and catalog, and sets right what differs. */
export class Sweep {
  private readonly missing = new MissingEntities();

  constructor(
    private readonly tools: WorkerTools,
    private readonly nudges: LifecycleNudge,
    private readonly lookUp: EntityLookup | undefined,
    private readonly adoption: Adoption,
  ) {}

  /** One comparison of one cluster. Repeating it changes nothing more. */
  async run(cluster: string): Promise<void> {
    const { store, driverFor, checkpoints, logger } = this.tools;
    const driver = driverFor(cluster);
    const found = await checkpoints.around('driver.list', () =>
      driver.list(cluster),
    );
    // Read after the list: what was started since is then known here.
    const sessions = await store.run('database.listForSweep', trx =>
      listForSweep(
        trx,
        cluster,
        found.map(each => each.sessionId),
      ),
    );
    const plan = sweepPlan(found, sessions);
    for (const id of plan.look) {
      this.nudges.nudge(id, { priority: 'sweep' });
    }
    for (const each of plan.remove) {
      logger.warn('Removing what is left of a session that is over', {
        session: each.sessionId,
        cluster,
      });
      await checkpoints.around('driver.remove', () => driver.remove(each));
    }
    if (plan.foreign.length > 0) {
      logger.warn(
        `${plan.foreign.length} previews in the cluster belong to no session of this portal; they are left alone`,
        { cluster },
      );
    }
    await this.adoption.run(cluster);
    const active = sessions.filter(each => each.endedAt === null);
    await this.compareCatalog(cluster, active);
  }

  private async compareCatalog(
    cluster: string,
    active: SessionRecord[],
  ): Promise<void> {
    if (!this.lookUp || active.length === 0) {
      return;
    }
    const refs = [...new Set(active.map(session => session.entityRef))];
    const entities = await this.lookUp(refs);
    const gone = this.missing.look(cluster, entities, this.tools.clock.now());
    for (const session of active) {
      const entity = entities.get(session.entityRef);
      // Of what was started elsewhere the portal ends nothing by itself.
      if (gone.has(session.entityRef) && session.origin === 'portal') {
        await this.save(session, true, {});
      } else if (entity?.state === 'found') {
        const present = {
          entityLinks: entity.links,
          ownerRef: entity.ownerRef ?? session.ownerRef,
        };
        const { entityLinks, ownerRef } = session;
        if (!isDeepStrictEqual(present, { entityLinks, ownerRef })) {
          await this.save(session, false, present);
        }
      }
    }
  }

  /** Writes what the catalog says, unless the row has moved on meanwhile. */
  private async save(
    seen: SessionRecord,
    stop: boolean,
    change: Partial<SessionRecord>,
  ): Promise<void> {
    const { store, clock, events } = this.tools;
    const saved = await store.run('database.saveOwner', async trx => {
      const session = await getSession(trx, seen.id, { lock: true });
      if (!session || session.endedAt !== null) {
        return false;
      }
      if (!stop) {
        await updateSession(trx, session.id, change);
        return true;
      }
      if (session.desiredState === 'stopped') {
        return false;
      }
      const now = clock.now();
      const generation = session.generation + 1;
      const wish: Partial<SessionRecord> = {
        ...enterPhase(session, 'stopping'),
        generation,
        desiredState: 'stopped',
        desiredBy: SYSTEM,
        desiredReason: ENTITY_REMOVED,
        desiredAt: now,
        desiredEndReason: 'entity-removed',
        nextRunAt: now,
      };
      await updateSession(trx, session.id, wish);
      await insertNotices(trx, noticesOfStop(session, wish, null, now));
      await recordEvent(trx, {
        identity: ['sweep', session.id, generation, 'session.stopped'],
        at: await nextEventTime(trx, session.id, now),
        action: 'session.stopped',
        actor: SYSTEM,
        via: 'sweep',
        reason: ENTITY_REMOVED,
        ...aboutSession(session),
      });
      return true;
    });
    if (saved) {
      events.changed(seen.id);
      this.nudges.nudge(seen.id, { priority: 'sweep' });
    }
  }
}
