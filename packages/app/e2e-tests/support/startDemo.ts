// SPDX-License-Identifier: Apache-2.0
import { ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoStateFile } from './demo';

const START_TIMEOUT = 300_000;

/**
 * Starts a demo with data of its own, beside one that may run already; answers
 * how to stop it.
 */
export default async function startDemo(): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'preview-demo-'));
  process.env.PREVIEW_DEMO_DATA = data;
  const port = 20_000 + (process.pid % 20_000);
  const demo = spawn(
    process.execPath,
    ['scripts/demo.mjs', '--port', String(port)],
    { stdio: 'inherit', env: process.env },
  );
  await untilReady(demo);
  return async () => {
    demo.kill('SIGTERM');
    await ended(demo);
    rmSync(data, { recursive: true, force: true });
  };
}

async function untilReady(demo: ChildProcess): Promise<void> {
  const until = performance.now() + START_TIMEOUT;
  while (!existsSync(demoStateFile())) {
    if (demo.exitCode !== null || performance.now() > until) {
      demo.kill('SIGTERM');
      throw new Error('The demo did not start; the lines above say why');
    }
    await sleep(200);
  }
}

function ended(demo: ChildProcess): Promise<unknown> {
  return demo.exitCode !== null || demo.signalCode !== null
    ? Promise.resolve()
    : new Promise(resolve => demo.once('exit', resolve));
}
