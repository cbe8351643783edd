// SPDX-License-Identifier: Apache-2.0
/** What is said at the end: a line per suite, the total last. */
export function report(outcomes, { requireAll }) {
  const ran = outcomes.filter(outcome => !outcome.missing);
  const skipped = outcomes.filter(outcome => outcome.missing);
  const sum = key => ran.reduce((total, outcome) => total + outcome[key], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];

  const lines = ['', 'Suites'];
  for (const outcome of ran) {
    const { name, passed: good, failed: bad, seconds } = outcome;
    const left = outcome.skipped ? `, ${outcome.skipped} left out` : '';
    lines.push(
      `  ${
        bad ? '✗' : '✓'
      } ${name}: ${good} passed, ${bad} failed${left}, ${seconds} s`,
    );
  }
  if (skipped.length > 0) {
    lines.push('', 'Did not run');
    lines.push(...skipped.map(({ name, missing }) => `  ${name}: ${missing}`));
  }
  const refused = requireAll ? leftOut(outcomes) : 0;
  if (refused > 0) {
    lines.push('', 'What did not run counts as failed (--require-all).');
  }
  lines.push('', `${passed} passed, ${failed + refused} failed`);
  return { lines, ok: failed + refused === 0 };
}

/** Suites that did not run, and tests that were skipped or are still to do. */
function leftOut(outcomes) {
  return outcomes.reduce(
    (sum, { missing, skipped = 0 }) => sum + (missing ? 1 : skipped),
    0,
  );
}
