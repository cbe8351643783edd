// SPDX-License-Identifier: Apache-2.0
import type { JsonObject } from '@backstage/types';
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { until } from '../fixtures/until';
import { Portal } from './Portal';

// This package only ever runs from the repository.
// eslint-disable-next-line no-restricted-syntax
const ROOT = resolve(__dirname, '../../../..');
/** A whole portal starts slowly on a machine that does other things, too. */
const PATIENCE = 240_000;

export interface ChildOptions {
  name: string;
  /** For its configuration and its log; somebody else removes it. */
  folder: string;
  /** As in `backend.database`. */
  database: JsonObject;
  preview: JsonObject;
}

/** The demo's whole backend in a process of its own, that can be killed. */
export class ChildBackend {
  private process: ChildProcess | null = null;
  private exited: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: ChildOptions,
    readonly url: string,
    private readonly port: number,
  ) {}

  /** Made but not started. */
  static async create(options: ChildOptions): Promise<ChildBackend> {
    const port = await freePort();
    return new ChildBackend(options, `http://127.0.0.1:${port}`, port);
  }

  /** Resolves when it answers and knows the catalog. */
  async start(): Promise<void> {
    const config = this.writeConfig();
    const log = openSync(this.log, 'a');
    const child = spawn(
      process.execPath,
      [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        'src/index.ts',
        ...['--config', join(ROOT, 'app-config.yaml'), '--config', config],
      ],
      {
        cwd: join(ROOT, 'packages/backend'),
        env: {
          ...process.env,
          NODE_ENV: 'development',
          NODE_OPTIONS: '',
          LOG_LEVEL: 'info',
        },
        stdio: ['ignore', log, log],
      },
    );
    closeSync(log);
    this.process = child;
    this.exited = new Promise(done => {
      child.once('exit', () => {
        this.process = null;
        done();
      });
    });
    await until(
      `an answer of backend ${this.options.name}`,
      async () => {
        if (!this.process) {
          throw new Error(`It ended: ${this.lastLines()}`);
        }
        return this.token('engineer').then(
          () => true,
          () => false,
        );
      },
      Boolean,
      PATIENCE,
    );
  }

  /** Speaks as a person of the demo. */
  as(role: 'engineer' | 'qa' | 'auditor' | 'admin'): Portal {
    let token: Promise<string> | undefined;
    return new Portal(this.url, () => (token ??= this.token(role)));
  }

  /** Ends it without a last word; resolves when it is gone. */
  async kill(): Promise<void> {
    this.process?.kill('SIGKILL');
    await this.exited;
  }

  /** Tells it to go; resolves with its exit code when it is gone. */
  async leave(): Promise<number | null> {
    const child = this.process;
    child?.kill('SIGTERM');
    await this.exited;
    return child?.exitCode ?? null;
  }

  lastLines(count = 40): string {
    return readFileSync(this.log, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-count)
      .join('\n');
  }

  private get log(): string {
    return join(this.options.folder, `${this.options.name}.log`);
  }

  /** The catalog has to know the person, so a token tells that it is filled. */
  private async token(role: string): Promise<string> {
    const answer = await fetch(`${this.url}/api/auth/demo/refresh`, {
      headers: { 'x-demo-person': role },
    });
    if (!answer.ok) {
      throw new Error(`No token for ${role}: ${answer.status}`);
    }
    return (await answer.json()).backstageIdentity.token;
  }

  private writeConfig(): string {
    const { name, folder, database, preview } = this.options;
    const file = join(folder, `${name}.json`);
    const config = {
      app: { baseUrl: this.url },
      backend: {
        baseUrl: this.url,
        listen: { host: '127.0.0.1', port: this.port },
        cors: { origin: this.url },
        database,
      },
      preview,
    };
    writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
    return file;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
