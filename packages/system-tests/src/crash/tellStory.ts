// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { until } from '../fixtures/until';
import {
  beginRevision,
  getSession,
  insertRevision,
  type SessionRecord,
  updateSession,
} from './product';

const HOUR = 3_600_000;
/** For a machine that does other things, too. */
const PATIENCE = 120_000;

/** A person's wishes, one after the other, each when the former came true. */
interface Chapter {
  wish: (session: SessionRecord, now: number) => Partial<SessionRecord>;
  came: (session: SessionRecord) => boolean;
}

const CHAPTERS: Chapter[] = [
  { wish: () => ({}), came: ({ phase }) => phase === 'ready' },
  {
    wish: (session, now) => beginRevision(session, 'shop/checkout:next', now),
    came: session =>
      session.phase === 'ready' &&
      session.servingRevision === session.revision &&
      session.revision > 1 &&
      session.retiringRevision === null,
  },
  {
    wish: (_, now) => ({
      expiresAt: now + 2 * HOUR,
      backstopAt: now + 2 * HOUR + 5_000,
      backstopState: 'behind',
    }),
    came: session =>
      session.phase === 'ready' && session.backstopState === 'set',
  },
  {
    wish: (_, now) => ({ expiresAt: now, backstopAt: now + 60_000 }),
    came: session => session.endedAt !== null,
  },
];

/**
 * Plays the whole life of a session through the database, as commands do,
 * whoever works on it meanwhile: start, update, extend, deadline.
 *
 * @param now - of the clock that decides
 */
export async function tellStory(
  knex: Knex,
  id: string,
  now: () => number,
): Promise<SessionRecord> {
  const read = async () =>
    (await knex.transaction(trx => getSession(trx, id)))!;
  for (const { wish, came } of CHAPTERS) {
    const write = () =>
      knex.transaction(async trx => {
        const session = (await getSession(trx, id, { lock: true }))!;
        const patch = {
          generation: session.generation + 1,
          nextRunAt: now(),
          ...wish(session, now()),
        };
        await updateSession(trx, id, patch);
        if (patch.revision) {
          await insertRevision(trx, {
            sessionId: id,
            number: patch.revision,
            image: patch.image!,
            digests: [],
            at: now(),
            by: session.createdBy,
          });
        }
      });
    await until('the wish being written', () => unlessLocked(write));
    await until(`session ${id} doing as wished`, read, came, PATIENCE);
  }
  return read();
}

/** SQLite tells a second process that writes to come again. */
async function unlessLocked(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (String((error as { code: unknown }).code).startsWith('SQLITE_BUSY')) {
      return false;
    }
    throw error;
  }
}
