// SPDX-License-Identifier: Apache-2.0
import { aWorkload } from '../testUtils/objects';
import { readDeclared } from './declared';

const declared = (annotations: Record<string, string>) =>
  readDeclared(aWorkload({}, { annotations }));

describe('readDeclared', () => {
  it('tells not declared from nothing', () => {
    expect(declared({})).toEqual({ env: {}, skipInit: [], notCovered: null });
    expect(
      declared({ 'preview-environments.io/not-covered': '[]' }).notCovered,
    ).toEqual([]);
  });

  it('reads what the workload says of its previews', () => {
    expect(
      declared({
        'preview-environments.io/env': '{"CONSUMERS":"off","LIMIT":3}',
        'preview-environments.io/skip-init-containers': 'migrate, seed',
        'preview-environments.io/not-covered': '["the queue orders"]',
      }),
    ).toEqual({
      env: { CONSUMERS: 'off', LIMIT: '3' },
      skipInit: ['migrate', 'seed'],
      notCovered: ['the queue orders'],
    });
  });

  it.each([
    ['preview-environments.io/env', 'CONSUMERS=off'],
    ['preview-environments.io/env', '["a"]'],
    ['preview-environments.io/env', '{"A":{"b":"c"}}'],
    ['preview-environments.io/env', '1'],
    ['preview-environments.io/not-covered', '{}'],
  ])('refuses %s: %s rather than to start what should be off', (name, text) => {
    expect(() => declared({ [name]: text })).toThrow(
      expect.objectContaining({
        code: 'TargetUnsupported',
        message: expect.stringContaining(name),
      }),
    );
  });
});
