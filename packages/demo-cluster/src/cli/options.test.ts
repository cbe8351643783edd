// SPDX-License-Identifier: Apache-2.0
import { readOptions } from './options';

describe('readOptions', () => {
  it('takes what the demo passes', () => {
    const args = [
      '--data',
      'd',
      '--api-port',
      '1',
      '--gateway-port',
      '2',
      '--reset',
    ];
    expect(readOptions(args)).toMatchObject({
      data: 'd',
      apiPort: 1,
      gatewayPort: 2,
      reset: true,
      speed: 1,
    });
  });

  it.each([
    [['--api-port', 'x'], '--api-port takes a port from 0 to 65535, not x'],
    [
      ['--api-port', '70000'],
      '--api-port takes a port from 0 to 65535, not 70000',
    ],
    [['--speed', '-1'], /--speed/],
    [['--only', 'node'], '--only takes api or gateway, not node'],
    [['--only', 'gateway'], '--only gateway needs --kubeconfig FILE'],
    [['--kubeconfig', 'f'], '--kubeconfig needs --only gateway'],
    [['--unknown'], /--unknown/],
  ])('refuses %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
