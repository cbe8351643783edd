// SPDX-License-Identifier: Apache-2.0
import type {
  PreviewDriver,
  SessionIdentity,
} from '@preview-environments/backstage-plugin-preview-node';
import { deleteKeptLogs } from '../../database/logs/deleteKeptLogs';
import { forgetLogEvidence } from '../../database/logs/forgetLogEvidence';
import type { KeptLogRecord } from '../../database/logs/KeptLogRecord';
import { saveKeptLogs } from '../../database/logs/saveKeptLogs';
import type { SessionRecord } from '../../database/SessionRecord';
import type { WorkerTools } from '../SessionWorker';
import { endOfLog, KEPT_LINES, readEnd } from './endOfLog';

/** An end is never held up for longer by a log that does not come. */
const PATIENCE = 1_000;
const MOST_CONTAINERS = 10;

type Tools = Pick<
  WorkerTools,
  'store' | 'driverFor' | 'clock' | 'checkpoints' | 'settings' | 'logger'
>;

/**
 * Keeps the last lines of a preview whose pods are about to go. Reading
 * begins before the pods are removed and goes on beside it: an end does not
 * wait for logs, and without them it is an end all the same.
 */
export class LogKeeper {
  /** How far this replica has come, so that no failure is read twice. */
  private forgottenTo = 0;

  constructor(private readonly tools: Tools) {}

  /**
   * Begins to read. Await the answer after the pods were removed; it saves
   * what came, and never rejects.
   */
  keep(session: SessionRecord): Promise<void> {
    return this.readAndSave(session).catch(error => {
      this.tools.logger.debug('The last log lines were not kept', {
        session: session.id,
        cause: error instanceof Error ? error.name : 'unknown',
      });
    });
  }

  /** Forgets what was kept long enough. Never rejects. */
  async forget(): Promise<void> {
    const { store, clock, settings, logger } = this.tools;
    const before = clock.now() - settings.keepLogs;
    await store
      .run('database.deleteKeptLogs', async trx => {
        await deleteKeptLogs(trx, before);
        await forgetLogEvidence(trx, { from: this.forgottenTo, before });
      })
      .then(() => {
        this.forgottenTo = before;
      })
      .catch(error =>
        logger.warn('Old log lines could not be deleted', {
          cause: error instanceof Error ? error.name : 'unknown',
        }),
      );
  }

  private async readAndSave(session: SessionRecord): Promise<void> {
    const { store, clock } = this.tools;
    const wanted = logsOf(session);
    if (wanted.length === 0) {
      return;
    }
    const patience = new AbortController();
    const cancel = clock.setTimer(clock.now() + PATIENCE, () =>
      patience.abort(),
    );
    try {
      const found = await Promise.all(
        wanted.map(each => this.read(session, each, patience.signal)),
      );
      const kept = found.filter(each => each !== null);
      if (kept.length > 0) {
        await store.run('database.keepLogs', trx => saveKeptLogs(trx, kept));
      }
    } finally {
      cancel();
    }
  }

  /** @returns `null` when there is nothing to keep */
  private async read(
    session: SessionRecord,
    which: WantedLog,
    signal: AbortSignal,
  ): Promise<KeptLogRecord | null> {
    const { driverFor, checkpoints, clock } = this.tools;
    try {
      const driver = driverFor(session.cluster);
      const text = await checkpoints.around('driver.logs', () =>
        this.open(driver, session, which, signal),
      );
      const end = endOfLog(text);
      return end === ''
        ? null
        : { ...which, sessionId: session.id, text: end, keptAt: clock.now() };
    } catch {
      // One container's log is missing; the others are kept.
      return null;
    }
  }

  private async open(
    driver: PreviewDriver,
    { id, key, cluster, namespace, handle }: SessionIdentityOf,
    { container, previous }: WantedLog,
    signal: AbortSignal,
  ): Promise<string> {
    const which: SessionIdentity = {
      sessionId: id,
      ...{ key, cluster, namespace, handle },
    };
    const options = { container, previous, tailLines: KEPT_LINES };
    return readEnd(await driver.logs(which, options, signal));
  }
}

type SessionIdentityOf = Pick<
  SessionRecord,
  'id' | 'key' | 'cluster' | 'namespace' | 'handle'
>;

type WantedLog = Pick<KeptLogRecord, 'container' | 'previous' | 'position'>;

/** The newest pod's containers; those that restarted also as they were. */
function logsOf({ pods }: SessionRecord): WantedLog[] {
  const pod = pods.at(-1);
  const containers = (pod?.containers ?? []).slice(0, MOST_CONTAINERS);
  const lives = (pod?.restarts ?? 0) > 0 ? [false, true] : [false];
  return containers.flatMap((container, position) =>
    lives.map(previous => ({ container, previous, position })),
  );
}
