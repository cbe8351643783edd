// SPDX-License-Identifier: Apache-2.0
import knexFactory, { type Knex } from 'knex';
import { join } from 'node:path';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- not published, and not for an app
import { seedSessions } from '../../../../plugins/preview-backend/src/testUtils/seedSessions';

/** What seeded previews have and no others. */
const SEEDED = 'cluster-%';

async function onDatabase(work: (knex: Knex) => Promise<void>): Promise<void> {
  const filename = join(
    process.env.PREVIEW_DEMO_DATA!,
    'sqlite',
    'preview.sqlite',
  );
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
  try {
    await work(knex);
  } finally {
    await knex.destroy();
  }
}

/** Puts so many running previews of other teams beside those of the demo. */
export function addCrowd(count: number): Promise<void> {
  return onDatabase(knex => seedSessions(knex, count, count));
}

/** Takes them away again: all tests share one demo. */
export function removeCrowd(): Promise<void> {
  return onDatabase(async knex => {
    const ids = knex('sessions').select('id').whereLike('cluster', SEEDED);
    for (const table of [
      'session_revisions',
      'session_steps',
      'traffic_intervals',
    ]) {
      await knex(table).whereIn('session_id', ids.clone()).delete();
    }
    await knex('sessions').whereLike('cluster', SEEDED).delete();
  });
}
