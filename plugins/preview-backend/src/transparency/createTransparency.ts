// SPDX-License-Identifier: Apache-2.0
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { AuditConfig } from '../config/auditSchema';
import { Heartbeat } from '../lifecycle/Heartbeat';
import type { Clock } from '../lifecycle/clock';
import type { Random } from '../lifecycle/random';
import type { SessionEvents } from '../sessions/SessionEvents';
import { Anchoring } from './follow/Anchoring';
import { anchorsOf } from './follow/anchors';
import { AuditorFeed } from './follow/AuditorFeed';
import { loadKeys } from './keys/loadKeys';
import { Archive } from './retention/Archive';
import { Sealer } from './seal/Sealer';
import { TransparencyLog } from './TransparencyLog';

/** Anchors have intervals and pauses of their own; this is how fine. */
const ANCHOR_EVERY = 5_000;
/** Only what a replica left undone when it died. */
const TELL_EVERY = 10_000;
const ARCHIVE_EVERY = 10 * 60_000;

interface Options {
  knex: Knex;
  config: AuditConfig;
  /** Name of the log where neither database nor configuration has one. */
  defaultOrigin: string;
  clock: Clock;
  random: Random;
  logger: LoggerService;
  auditor: AuditorService;
  events: SessionEvents;
}

export interface Transparency {
  log: TransparencyLog;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Everything that seals the audit log and follows it. */
export async function createTransparency(
  options: Options,
): Promise<Transparency> {
  const { knex, config, clock, logger, events } = options;
  const keys = await loadKeys(options);
  const anchors = anchorsOf(config.anchor, options.auditor);
  const feed = new AuditorFeed(options);
  const { interval } = config.anchor;
  const anchoring = new Anchoring({ ...options, anchors, interval });
  const every = (what: string, ms: number, beat: () => Promise<void>) =>
    new Heartbeat(what, ms, beat, { clock, logger });
  const telling = every('Telling the auditor', TELL_EVERY, () => feed.run());
  const followers = [
    telling,
    every('Anchoring the audit log', ANCHOR_EVERY, () => anchoring.run()),
  ];
  if (config.retention) {
    const archive = new Archive({ ...options, ...config.retention, keys });
    followers.push(
      every('Archiving the audit log', ARCHIVE_EVERY, () => archive.run()),
    );
  }
  const sealer = new Sealer({
    ...{ knex, keys, clock, logger },
    onSealed: () => telling.now(),
  });
  let unsubscribe = () => {};
  return {
    log: new TransparencyLog({
      ...{ knex, clock, keys },
      anchors: anchors.map(({ name }) => name),
    }),
    async start() {
      unsubscribe = events.subscribe(() => sealer.nudge());
      sealer.start();
      followers.forEach(follower => void follower.start());
    },
    async stop() {
      unsubscribe();
      await sealer.stop();
      await Promise.all(followers.map(follower => follower.stop()));
    },
  };
}
