// SPDX-License-Identifier: Apache-2.0
import { Config } from '@backstage/config';
import type { Request } from 'express';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1', '[::1]'];
const LOOPBACK_ADDRESSES = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * Throws unless the backend listens on this machine only and is no production.
 *
 * @throws Error that names the setting to change
 */
export function assertDemoAllowed(config: Config, nodeEnv?: string): void {
  if (nodeEnv === 'production') {
    throw new Error(
      'The demo sign-in does not run with NODE_ENV=production; remove auth.providers.demo from the configuration',
    );
  }
  const host = listenHost(config);
  if (!host || !LOOPBACK_NAMES.includes(host)) {
    throw new Error(
      `The demo sign-in only runs on this machine's own address: set backend.listen.host to 127.0.0.1 (it is ${
        host ?? 'open to all'
      }), or remove auth.providers.demo from the configuration`,
    );
  }
}

/** Whether a request came from this machine, to this machine, and not through a proxy. */
export function isLocalRequest(req: Request): boolean {
  const proxied = req.headers.forwarded ?? req.headers['x-forwarded-for'];
  return (
    proxied === undefined &&
    LOOPBACK_NAMES.includes(hostName(req.headers.host ?? '')) &&
    LOOPBACK_ADDRESSES.includes(req.socket.remoteAddress ?? '')
  );
}

function listenHost(config: Config): string | undefined {
  const listen = config.getOptional('backend.listen');
  if (typeof listen === 'string') {
    return hostName(listen);
  }
  return config.getOptionalString('backend.listen.host');
}

function hostName(hostAndPort: string): string {
  return hostAndPort.replace(/:\d*$/, '');
}
