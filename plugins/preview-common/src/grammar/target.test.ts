// SPDX-License-Identifier: Apache-2.0
import { formatTarget, parseTarget } from './target';

const long = 'n'.repeat(254);

describe('parseTarget', () => {
  it.each([
    ['deployment/checkout', { kind: 'deployment', name: 'checkout' }],
    ['statefulset/db.main', { kind: 'statefulset', name: 'db.main' }],
    [
      'rollout/web/container/app',
      { kind: 'rollout', name: 'web', container: 'app' },
    ],
    ['pod/web-1', { kind: 'pod', name: 'web-1' }],
    ['replicaset/web-5d4', { kind: 'replicaset', name: 'web-5d4' }],
  ])('reads %s and writes it back', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
    expect(formatTarget(parseTarget(text))).toBe(text);
  });

  it.each([
    '',
    'deployment',
    'deployment/',
    '/checkout',
    'checkout',
    'Deployment/checkout',
    'constructor/checkout',
    'deployment/Checkout',
    'deployment/-a',
    'deployment/a..b',
    `deployment/${long}`,
    'deployment/a/',
    'deployment/a/c',
    'deployment/a/container',
    'deployment/a/container/',
    'deployment/a/container/b.c',
    'deployment/a/container/b/c',
    'deployment/a\n',
  ])('refuses %j', text => {
    expect(() => parseTarget(text)).toThrow(
      expect.objectContaining({ code: 'InvalidTarget', field: 'target' }),
    );
  });

  it.each([
    'targetless',
    'daemonset/agent',
    'Job/once',
    'cronjob/nightly',
    'service/web',
    'label/app=web',
  ])('says why %s cannot be previewed', text => {
    expect(() => parseTarget(text)).toThrow(
      expect.objectContaining({
        code: 'TargetKindUnsupported',
        field: 'target',
        message: expect.stringMatching(/^A .+\.$/),
      }),
    );
  });
});
