// SPDX-License-Identifier: Apache-2.0
import { chosenSuites } from './choose.mjs';
import { results } from './paths.mjs';
import { report } from './report.mjs';
import { suites } from './suites/index.mjs';
import { mkdirSync } from 'node:fs';

/** Runs the chosen suites one after the other; answers whether all is well. */
export async function runSuites(options) {
  mkdirSync(results, { recursive: true });
  const outcomes = [];
  for (const suite of chosenSuites(suites, options)) {
    outcomes.push(await runSuite(suite, options));
  }
  const { lines, ok } = report(outcomes, options);
  console.log(lines.join('\n'));
  return ok;
}

async function runSuite({ name, needs, run }, options) {
  const missing = await needs({ asked: options.suites.includes(name) });
  if (missing) {
    return { name, missing };
  }
  console.log(`\n── ${name} ──`);
  const begun = performance.now();
  const counts = await run().catch(error => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  const seconds = Math.round((performance.now() - begun) / 1000);
  return { name, ...counts, seconds };
}
