// SPDX-License-Identifier: Apache-2.0
import { readState, writeState } from './state.mjs';
import { isAging, issueTokens } from './tokens.mjs';

const CHECK_EVERY = 60_000;

/**
 * Keeps the tokens of `.data/demo.json` fresh until every child has ended.
 * One child's end does not end the other.
 */
export async function watchOver(state, children) {
  const refresh = setInterval(() => freshen(state), CHECK_EVERY);
  // The one that built the UI has ended before.
  const serving = children.filter(child => child.running);
  await Promise.all(serving.map(child => reportEnd(child, serving)));
  clearInterval(refresh);
}

async function freshen({ pids }) {
  const state = readState();
  // A backend that was started anew is looked after by who started it.
  if (state?.pids.backend !== pids.backend) {
    return;
  }
  const now = Date.now();
  if (Object.values(state.tokens).some(token => isAging(token, now))) {
    const tokens = await issueTokens(state.portal).catch(() => null);
    if (tokens) {
      writeState({ ...state, tokens });
    }
  }
}

async function reportEnd(child, children) {
  const code = await child.ended;
  const others = children.filter(other => other.running);
  if (others.length > 0) {
    const names = others.map(other => other.name).join(', ');
    const again =
      child.name === 'backend'
        ? ' Start it again with: npm run demo -- --only backend'
        : '';
    console.log(
      `The ${child.name} ended (${code}); still running: ${names}.${again}`,
    );
  }
}
