// SPDX-License-Identifier: Apache-2.0
import { createInterface } from 'node:readline';
import createKnex from 'knex';
import { aReplica } from './aReplica';
import { aroundWrites, type WriteObserver } from './aroundWrites';
import { PASSED, type WorkerJob } from './KillPoint';
import type { Checkpoints } from './product';

/**
 * The process that is killed: waits for its job on standard input, works, and
 * dies where it was told to. It ends in order when its input ends.
 */
async function main(): Promise<void> {
  const input = createInterface({ input: process.stdin });
  const lines = input[Symbol.asyncIterator]();
  const first = await lines.next();
  const job: WorkerJob = JSON.parse(String(first.value));
  const knex = createKnex({ ...job.database, useNullAsDefault: true } as any);
  const death = deathAt(job);
  aroundWrites(death);
  const lifecycle = aReplica(knex, job.driver, around(death));
  await lifecycle.start();
  await lines.next();
  await lifecycle.stop();
  await knex.destroy();
  process.exit(0);
}

function deathAt({ kill }: WorkerJob): WriteObserver {
  // Counted apart: two of a name may be under way at once.
  const passed = {
    before: new Map<string, number>(),
    after: new Map<string, number>(),
  };
  const dieAt = (name: string, when: 'before' | 'after') => {
    const nth = (passed[when].get(name) ?? 0) + 1;
    passed[when].set(name, nth);
    if (kill?.name === name && kill.nth === nth && kill.when === when) {
      // Nothing after this line runs.
      process.kill(process.pid, 'SIGKILL');
    }
  };
  return {
    before(name) {
      dieAt(name, 'before');
    },
    after(name) {
      dieAt(name, 'after');
      process.stdout.write(`${PASSED}${name}\n`);
    },
  };
}

function around(death: WriteObserver): Checkpoints {
  return {
    async around(name, call) {
      death.before(name);
      const result = await call();
      death.after(name);
      return result;
    },
  };
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
