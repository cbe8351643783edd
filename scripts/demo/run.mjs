// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, rmSync } from 'node:fs';
import { startBackend } from './backend.mjs';
import { banner } from './banner.mjs';
import { findCluster } from './findCluster.mjs';
import { writeConfig } from './config.mjs';
import { makeDataFolder, paths } from './paths.mjs';
import { planFor } from './plan.mjs';
import { assertFree } from './ports.mjs';
import { readState, removeStateOfTheDead, writeState } from './state.mjs';
import { issueTokens } from './tokens.mjs';
import { buildUi } from './ui.mjs';
import { waitFor } from './wait.mjs';
import { watchOver } from './watchOver.mjs';

/** Starts what the options ask for and stays until all of it has ended. */
export async function runDemo(options) {
  makeDataFolder();
  const before = readState();
  const plan = planFor(options, before);
  await assertFree(plan.mustBeFree);
  if (options.reset) {
    rmSync(paths.database, { recursive: true, force: true });
  }
  mkdirSync(paths.database, { recursive: true });

  const children = [];
  const interrupted = untilInterrupted();
  const up = bringUp({ options, plan, before, children });
  up.catch(() => {}); // When Ctrl-C wins the race, nobody else waits for it.
  try {
    const started = await Promise.race([up, interrupted]);
    if (started) {
      const { state, component } = started;
      console.log(banner({ state, component, embedded: !options.kubeconfig }));
      await Promise.race([watchOver(state, children), interrupted]);
    }
  } finally {
    await Promise.all(children.map(child => child.stop()));
    removeStateOfTheDead();
  }
  process.exit();
}

async function bringUp({ options, plan, before, children }) {
  const onSpawn = child => children.push(child);
  const cluster = await findCluster({ options, plan, before, onSpawn });
  await buildUi();
  if (cluster.config) {
    writeConfig({ port: plan.portal, ...cluster.config });
  }
  console.log('Starting the portal …');
  const portal = `http://localhost:${plan.portal}`;
  const backend = await startBackend(portal, onSpawn);
  const tokens = await waitFor(backend, 'The catalog', () =>
    issueTokens(portal),
  );
  const state = {
    portal,
    gateway: cluster.gateway,
    kubeconfig: cluster.kubeconfig,
    pids: { backend: backend.pid, cluster: cluster.pid },
    tokens,
  };
  writeState(state);
  return { state, component: cluster.component };
}

function untilInterrupted() {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      // Not once: npm passes Ctrl-C on that the terminal has sent already, and
      // the second must not end this process before its children have ended.
      process.on(signal, () => resolve(null));
    }
  });
}
