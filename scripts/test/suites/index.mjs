// SPDX-License-Identifier: Apache-2.0
import { alerts } from './alerts.mjs';
import { apiReports } from './apiReports.mjs';
import { browser } from './browser.mjs';
import { contract } from './contract.mjs';
import { format } from './format.mjs';
import { lint } from './lint.mjs';
import { pods } from './pods.mjs';
import { scripts } from './scripts.mjs';
import { system } from './system.mjs';
import { types } from './types.mjs';
import { unit } from './unit.mjs';

/**
 * All suites, the quick ones first. Each is `{name, needs({asked}), run()}`:
 * `needs` answers what is missing here, or `null`; `run` answers
 * `{passed, failed}`.
 */
export const suites = [
  format,
  lint,
  types,
  apiReports,
  alerts,
  scripts,
  unit,
  system,
  contract,
  browser,
  pods,
];
