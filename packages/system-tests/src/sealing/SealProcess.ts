// SPDX-License-Identifier: Apache-2.0
import type { ChildProcess } from 'node:child_process';
import type { WorkerCode } from '../fixtures/workerCode';
import type { SealJob } from './SealJob';

/** How a sealing process ended, and which statements it made. */
export interface Ended {
  killed: boolean;
  statements: string[];
}

/** A sealer in a process of its own. It loads its code before it is needed. */
export class SealProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<Ended>;

  constructor(worker: WorkerCode) {
    this.child = worker.start();
    let out = '';
    let errors = '';
    this.child.stdout!.on('data', chunk => {
      out += chunk;
    });
    this.child.stderr!.on('data', chunk => {
      errors += chunk;
    });
    this.child.stdin!.on('error', () => {});
    this.ended = new Promise((resolve, reject) => {
      this.child.once('close', (code, signal) => {
        if (signal === null && code !== 0) {
          reject(new Error(`The sealer ended by itself: ${errors}`));
        }
        const killed = signal === 'SIGKILL';
        resolve({ killed, statements: killed ? [] : JSON.parse(out || '[]') });
      });
    });
  }

  seal(job: SealJob): Promise<Ended> {
    this.child.stdin!.end(`${JSON.stringify(job)}\n`);
    return this.ended;
  }

  /** Ends one that was never needed. */
  async discard(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
