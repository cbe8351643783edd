// SPDX-License-Identifier: Apache-2.0
import type { GatewayConfig } from '../../../config/types';
import type { Carrier, Trust } from '../routing/gateway-api/trust';
import { aContainer, aWorkload } from '../testUtils/objects';
import { gatewayCheck } from './gateway';
import { notCoveredBy } from './notCovered';
import { formatQuantity, quantity } from './quantity';
import { podUsage, shortagesOf } from './quotaMath';
import { secretKeysOf } from './secretKeys';

describe('quantity', () => {
  it.each([
    ['100m', 0.1],
    ['2', 2],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['1e3', 1000],
    ['5k', 5000],
    ['250u', 0.00025],
    ['nonsense', 0],
  ])('%s is %d', (text, value) => {
    expect(quantity(text)).toBeCloseTo(value, 10);
  });
});

describe('formatQuantity', () => {
  it.each([
    [0, '0'],
    [2, '2'],
    [1000, '1000'],
    [0.5, '500m'],
    [1.5 * 2 ** 30, '1536Mi'],
    [2 ** 31, '2Gi'],
  ])('%d is %s', (value, text) => {
    expect(formatQuantity(value)).toBe(text);
  });
});

describe('quota', () => {
  const pod = podUsage({
    containers: [
      aContainer({
        resources: { requests: { cpu: '100m' }, limits: { memory: '1Gi' } },
      }),
      aContainer({ resources: { requests: { cpu: '50m' } } }),
    ],
    initContainers: [aContainer({ resources: { requests: { cpu: '500m' } } })],
  });

  it('counts a pod as the cluster does', () => {
    expect(pod).toMatchObject({
      pods: 1,
      cpu: 0.5,
      'requests.cpu': 0.5,
      'requests.memory': 2 ** 30,
      'limits.memory': 2 ** 30,
    });
  });

  const hardAndUsed = (resource: string, limit: string, used: string) => ({
    hard: { [resource]: limit },
    used: { [resource]: used },
  });

  it.each([
    ['one more fits', hardAndUsed('pods', '2', '1'), 1, []],
    [
      'two more do not',
      hardAndUsed('pods', '2', '1'),
      2,
      [{ resource: 'pods', limit: '2', used: '1', asked: '2' }],
    ],
    [
      'no processor left',
      hardAndUsed('requests.cpu', '1', '600m'),
      1,
      [{ resource: 'requests.cpu', limit: '1', used: '600m', asked: '500m' }],
    ],
    [
      'no memory at all',
      { hard: { 'limits.memory': '512Mi', pods: '9' } },
      2,
      [{ resource: 'limits.memory', limit: '512Mi', used: '0', asked: '2Gi' }],
    ],
    [
      'something that pods do not take',
      { hard: { 'count/secrets': '0' } },
      9,
      [],
    ],
    ['no quota', {}, 9, []],
  ])('%s', (_, status, pods, expected) => {
    expect(shortagesOf(status, pod, pods)).toEqual(expected);
  });
});

describe('secretKeysOf', () => {
  it('finds every way in which a template reads a Secret', () => {
    const secret = (name: string, key: string) => ({
      name: 'V',
      valueFrom: { secretKeyRef: { name, key } },
    });
    expect(
      secretKeysOf(
        aWorkload({
          containers: [
            aContainer({
              env: [secret('a', 'k')],
              envFrom: [{ secretRef: { name: 'b' } }],
            }),
          ],
          initContainers: [aContainer({ env: [secret('c', 'k')] })],
          volumes: [
            { name: 'v', secret: { secretName: 'd', items: [{ key: 'x' }] } },
            { name: 'w', secret: { secretName: 'e' } },
            {
              name: 'p',
              projected: {
                sources: [{ secret: { name: 'f' } }, { configMap: {} }],
              },
            },
          ],
        }),
      ),
    ).toEqual(['a/k', 'b/*', 'c/k', 'd/x', 'e/*', 'f/*']);
  });
});

describe('notCoveredBy', () => {
  it('joins what is declared and what the pod shows', () => {
    const workload = {
      ...aWorkload({ initContainers: [{ name: 'migrate' }, { name: 'seed' }] }),
      kind: 'StatefulSet',
    };
    const { notCovered, notCoveredDeclared } = notCoveredBy(workload, {
      env: {},
      skipInit: ['seed'],
      notCovered: ['the queue orders'],
    });
    expect(notCoveredDeclared).toBe(true);
    expect(notCovered.map(({ what }) => what)).toEqual([
      'the queue orders',
      'membership in the cluster of the stable pods',
      'init container migrate',
    ]);
  });

  it('says that nothing was declared', () => {
    expect(
      notCoveredBy(aWorkload(), { env: {}, skipInit: [], notCovered: null }),
    ).toEqual({ notCovered: [], notCoveredDeclared: false });
  });
});

describe('gatewayCheck', () => {
  const config: GatewayConfig = {
    url: null,
    probePath: null,
    controllers: { good: 'verified' },
    parents: [],
    allowUnprobed: false,
  };
  const carrier = (controller: string | null): Carrier => ({
    id: String(controller),
    parent: { name: 'gateway' },
    controller,
  });
  const trust = (changes: Partial<Trust>): Trust => ({
    refusal: null,
    carriers: [],
    doubted: [],
    ...changes,
  });
  it.each<[string, Trust, string, string | null, RegExp]>([
    [
      'verified',
      trust({ carriers: [carrier('good')] }),
      'passed',
      null,
      /^good is verified/,
    ],
    [
      'in doubt',
      trust({ carriers: [carrier('new')], doubted: [carrier('new')] }),
      'passed',
      null,
      /^new is tried on a path of its own/,
    ],
    [
      'unknown, and configuration allows it',
      trust({ carriers: [carrier(null)] }),
      'warning',
      null,
      /^The gateway is not verified/,
    ],
    [
      'refused',
      trust({ refusal: { code: 'ControllerUnverified', message: 'No.' } }),
      'failed',
      'ControllerUnverified',
      /^No\.$/,
    ],
  ])('%s', (_, given, status, code, message) => {
    expect(gatewayCheck(given, config)).toMatchObject({
      status,
      code,
      message: expect.stringMatching(message),
    });
  });
});
