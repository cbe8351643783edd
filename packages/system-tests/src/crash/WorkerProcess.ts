// SPDX-License-Identifier: Apache-2.0
import type { ChildProcess } from 'node:child_process';
import type { WorkerCode } from '../fixtures/workerCode';
import { PASSED, type WorkerJob } from './KillPoint';

/** A worker in a process of its own. It loads its code before it is needed. */
export class WorkerProcess {
  /** Checkpoints that it passed, in order. */
  readonly passed: string[] = [];
  /** Resolves with how it ended: a signal, or `exit N`. */
  readonly ended: Promise<string>;
  private readonly child: ChildProcess;
  private errors = '';

  constructor(worker: WorkerCode) {
    this.child = worker.start();
    let rest = '';
    this.child.stdout!.on('data', chunk => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines.filter(each => each.startsWith(PASSED))) {
        this.passed.push(line.slice(PASSED.length));
      }
    });
    this.child.stderr!.on('data', chunk => {
      this.errors += chunk;
    });
    // Writing to one that has just died is no error of the test.
    this.child.stdin!.on('error', () => {});
    this.ended = new Promise(resolve => {
      this.child.once('close', (code, signal) =>
        resolve(signal ?? `exit ${code} ${this.errors}`),
      );
    });
  }

  work(job: WorkerJob): void {
    this.child.stdin!.write(`${JSON.stringify(job)}\n`);
  }

  /** Lets it finish what is under way. */
  async stop(): Promise<string> {
    this.child.stdin!.end();
    return this.ended;
  }

  /** Ends one that was never needed. */
  async discard(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
