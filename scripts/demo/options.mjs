// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';

export const USAGE = `npm run demo -- [options]

  --port N            portal on N, gateway on N+1, cluster API on N+2 (7007)
  --reset             forget all previews and the demo cluster's objects first
  --only backend      start the portal alone, beside a demo cluster that runs
  --kubeconfig FILE   use a cluster that exists in place of the embedded one
  --context NAME      context of that file (its current one)
  --help              this text`;

/**
 * Reads the command line.
 * @throws Error with a sentence for the user
 */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: 'string' },
      reset: { type: 'boolean', default: false },
      only: { type: 'string' },
      kubeconfig: { type: 'string' },
      context: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65534)) {
    throw new Error(
      `--port must be a number from 1 to 65533, not ${values.port}`,
    );
  }
  if (values.only !== undefined && values.only !== 'backend') {
    throw new Error(`--only knows backend, not ${values.only}`);
  }
  if (values.only && values.kubeconfig) {
    throw new Error(
      '--only is for the embedded cluster; leave one of --only and --kubeconfig out',
    );
  }
  if (values.context && !values.kubeconfig) {
    throw new Error('--context needs --kubeconfig');
  }
  return { ...values, port };
}
