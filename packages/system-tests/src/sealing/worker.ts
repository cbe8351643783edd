// SPDX-License-Identifier: Apache-2.0
import { createInterface } from 'node:readline';
import createKnex from 'knex';
import { aSealer } from './aSealer';
import type { SealJob } from './SealJob';

/** The process that is killed: seals everything that waits, then ends. */
async function main(): Promise<void> {
  const input = createInterface({ input: process.stdin });
  const first = await input[Symbol.asyncIterator]().next();
  const job: SealJob = JSON.parse(String(first.value));
  const knex = createKnex({ ...job.database, useNullAsDefault: true } as any);
  const statements = { before: 0, after: 0 };
  const texts: string[] = [];
  const reached = (when: 'before' | 'after') => {
    statements[when] += 1;
    if (job.kill?.when === when && job.kill.nth === statements[when]) {
      process.kill(process.pid, 'SIGKILL');
    }
  };
  knex.on('query', ({ sql }) => {
    texts.push(sql);
    reached('before');
  });
  knex.on('query-response', () => reached('after'));
  await aSealer(knex, job.secret).sealAll();
  process.stdout.write(JSON.stringify(texts));
  await knex.destroy();
  process.exit(0);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
