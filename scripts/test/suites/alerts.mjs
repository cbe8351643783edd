// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { inRepo } from '../paths.mjs';

const TESTS = inRepo('deploy', 'prometheus', 'rules.test.yaml');
const PROMTOOL = process.env.PROMTOOL_PATH ?? 'promtool';

/** The rules that we ship, played by Prometheus' own tool. */
export const alerts = {
  name: 'alerts',
  needs: async () =>
    spawnSync(PROMTOOL, ['--version']).status === 0
      ? null
      : 'promtool: apt-get install prometheus, or set PROMTOOL_PATH',
  async run() {
    const { status } = spawnSync(PROMTOOL, ['test', 'rules', TESTS], {
      stdio: 'inherit',
    });
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
};
