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
  const passed = new Map<string, number>();
  const dieIf = (name: string, when: string) => {
    if (
      kill?.name === name &&
      kill.nth === passed.get(name) &&
      kill.when === when
    ) {
      // Nothing after this line runs.
      process.kill(process.pid, 'SIGKILL');
    }
  };
  return {
    before(name) {
      passed.set(name, (passed.get(name) ?? 0) + 1);
      dieIf(name, 'before');
    },
    after(name) {
      dieIf(name, 'after');
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
