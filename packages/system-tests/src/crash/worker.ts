// SPDX-License-Identifier: Apache-2.0
import { createInterface } from 'node:readline';
import createKnex from 'knex';
import { aReplica } from './aReplica';
import { fileWorld } from './fileWorld';
import { CLUSTER, PASSED, type WorkerJob } from './KillPoint';
import type { CheckpointName, Checkpoints } from './product';

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
  const checkpoints = dying(job);
  // Half of an apply: each object is written by a write of its own.
  const onWrite = (name: string) =>
    checkpoints.around(`${CLUSTER}${name}` as CheckpointName, async () => {});
  const lifecycle = aReplica(knex, fileWorld(job.world), checkpoints, onWrite);
  await lifecycle.start();
  await lines.next();
  await lifecycle.stop();
  await knex.destroy();
  process.exit(0);
}

function dying({ kill }: WorkerJob): Checkpoints {
  const passed = new Map<string, number>();
  const reached = (name: string, nth: number, when: string) =>
    kill?.name === name && kill.nth === nth && kill.when === when;
  return {
    async around(name, call) {
      const nth = (passed.get(name) ?? 0) + 1;
      passed.set(name, nth);
      if (reached(name, nth, 'before')) {
        await die();
      }
      const result = await call();
      if (reached(name, nth, 'after')) {
        await die();
      }
      process.stdout.write(`${PASSED}${name}\n`);
      return result;
    },
  };
}

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
