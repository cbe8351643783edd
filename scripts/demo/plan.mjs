// SPDX-License-Identifier: Apache-2.0
import { portsFrom } from './ports.mjs';
import { isAlive } from './state.mjs';

const DEFAULT_PORT = 7007;

/**
 * Which ports the demo takes, from the options and the state of a demo that
 * runs: `{portal, gateway, api, mustBeFree}`.
 * @throws Error with a sentence for the user
 */
export function planFor(options, before, alive = isAlive) {
  return options.only === 'backend'
    ? backendBeside(options, before, alive)
    : wholeDemo(options, before, alive);
}

function backendBeside({ port }, before, alive) {
  if (!before || !alive(before.pids.cluster)) {
    throw new Error('No demo cluster runs. Start both with: npm run demo');
  }
  const portal = port ?? Number(new URL(before.portal).port);
  return { portal, mustBeFree: [portal] };
}

function wholeDemo({ port, kubeconfig }, before, alive) {
  if (before) {
    const running = Object.values(before.pids).filter(alive).join(', ');
    throw new Error(
      `A demo of ${before.portal} runs already (process ${running}). Stop it first; a backend alone is started with: npm run demo -- --only backend`,
    );
  }
  const { portal, gateway, api } = portsFrom(port ?? DEFAULT_PORT);
  const mustBeFree = kubeconfig ? [portal] : [portal, gateway, api];
  return { portal, gateway, api, mustBeFree };
}
