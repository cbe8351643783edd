// SPDX-License-Identifier: Apache-2.0
import { ConfigReader } from '@backstage/config';
import type { Request } from 'express';
import { assertDemoAllowed, isLocalRequest } from './loopback';

const listening = (listen: unknown) =>
  new ConfigReader({ backend: { listen } as never });

describe('assertDemoAllowed', () => {
  it.each([
    { host: '127.0.0.1', port: 7007 },
    { host: 'localhost' },
    { host: '::1' },
    '127.0.0.1:7007',
    '[::1]:7007',
  ])('accepts the loopback address %j', listen => {
    expect(() => assertDemoAllowed(listening(listen), 'test')).not.toThrow();
  });

  it.each([{ port: 7007 }, { host: '0.0.0.0' }, ':7007', undefined])(
    'refuses %j and says what to set',
    listen => {
      expect(() => assertDemoAllowed(listening(listen), 'test')).toThrow(
        /backend\.listen\.host/,
      );
    },
  );

  it('refuses to run in production', () => {
    expect(() =>
      assertDemoAllowed(listening({ host: '127.0.0.1' }), 'production'),
    ).toThrow(/NODE_ENV=production/);
  });
});

describe('isLocalRequest', () => {
  const request = (host: string, remoteAddress: string, headers = {}) =>
    ({
      headers: { host, ...headers },
      socket: { remoteAddress },
    } as unknown as Request);

  it.each([
    ['localhost:7007', '127.0.0.1', {}, true],
    ['[::1]:7007', '::1', {}, true],
    ['localhost', '::ffff:127.0.0.1', {}, true],
    ['portal.example.com', '127.0.0.1', {}, false],
    ['localhost:7007', '192.0.2.7', {}, false],
    ['localhost:7007', '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }, false],
    ['localhost:7007', '127.0.0.1', { forwarded: 'for=192.0.2.7' }, false],
  ])('host %s from %s with %j: %s', (host, address, headers, expected) => {
    expect(isLocalRequest(request(host, address, headers))).toBe(expected);
  });
});
