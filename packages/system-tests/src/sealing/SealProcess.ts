// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { SealJob } from './SealJob';

// Nothing of this package is ever built for production.
// eslint-disable-next-line no-restricted-syntax
const HERE = __dirname;

/** How a sealing process ended, and which statements it made. */
export interface Ended {
  killed: boolean;
  statements: string[];
}

/** A sealer in a process of its own. It loads its code before it is needed. */
export class SealProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<Ended>;

  constructor() {
    this.child = spawn(
      process.execPath,
      [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        join(HERE, 'worker.ts'),
      ],
      {
        cwd: HERE,
        env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '' },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
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
