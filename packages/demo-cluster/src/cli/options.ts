// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';

export interface CliOptions {
  data: string;
  apiPort: number;
  gatewayPort: number;
  reset: boolean;
  only?: 'api' | 'gateway';
  kubeconfig?: string;
  context?: string;
  speed: number;
  help: boolean;
}

export const USAGE = `demo-cluster: a Kubernetes API, one node and a gateway in one process

  --data DIR           where objects, tokens and the kubeconfig are kept (.data/cluster)
  --api-port N         port of the API on 127.0.0.1 (7009)
  --gateway-port N     port of the gateway (7008)
  --reset              forget everything first
  --speed N            factor on what takes time on the node, 0 = at once (1)
  --only api|gateway   start one of the two
  --kubeconfig FILE    with --only gateway: the cluster to route for
  --context NAME       with --kubeconfig: the context to use
`;

/** Reads the command line. @throws Error naming the option and what it takes */
export function readOptions(args: string[]): CliOptions {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: '.data/cluster' },
      'api-port': { type: 'string', default: '7009' },
      'gateway-port': { type: 'string', default: '7008' },
      reset: { type: 'boolean', default: false },
      speed: { type: 'string', default: '1' },
      only: { type: 'string' },
      kubeconfig: { type: 'string' },
      context: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { only } = values;
  if (only !== undefined && only !== 'api' && only !== 'gateway') {
    throw new Error(`--only takes api or gateway, not ${only}`);
  }
  if (values.kubeconfig && only !== 'gateway')
    throw new Error('--kubeconfig needs --only gateway');
  if (only === 'gateway' && !values.kubeconfig)
    throw new Error('--only gateway needs --kubeconfig FILE');
  return {
    data: values.data!,
    apiPort: portOf('--api-port', values['api-port']!),
    gatewayPort: portOf('--gateway-port', values['gateway-port']!),
    reset: values.reset!,
    only,
    kubeconfig: values.kubeconfig,
    context: values.context,
    speed: numberOf('--speed', values.speed!),
    help: values.help!,
  };
}

function portOf(option: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`${option} takes a port from 0 to 65535, not ${text}`);
  }
  return port;
}

function numberOf(option: string, text: string): number {
  const value = Number(text);
  if (!(value >= 0))
    throw new Error(`${option} takes a number from 0, not ${text}`);
  return value;
}
