// SPDX-License-Identifier: Apache-2.0
import { createServer } from 'node:net';

/** The three ports of the demo, from the portal's. */
export function portsFrom(port) {
  return { portal: port, gateway: port + 1, api: port + 2 };
}

/** Throws a sentence that names the first port that something else holds. */
export async function assertFree(ports) {
  for (const port of ports) {
    if (!(await isFree(port))) {
      throw new Error(
        `Port ${port} is in use. Stop what uses it, or choose others: npm run demo -- --port ${
          port + 100
        }`,
      );
    }
  }
}

function isFree(port) {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
