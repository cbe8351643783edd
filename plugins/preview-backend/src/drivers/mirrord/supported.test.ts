// SPDX-License-Identifier: Apache-2.0
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import { capabilitiesOf } from './capabilities';
import { operatorFacts } from './operator';
import { refusalsOfIntent } from './supported';
import { anIntent, anOperator, NOW } from './testUtils/objects';

const operator = (operator_version: string) =>
  operatorFacts(anOperator({ operator_version }));
const codes = (more: Partial<SessionIntent>, version = '3.196.0') =>
  refusalsOfIntent(anIntent(more), operator(version)).map(({ code, field }) => [
    code,
    field,
  ]);

describe('refusalsOfIntent', () => {
  it.each<[string, Partial<SessionIntent>, string, string[][]]>([
    ['nothing', {}, '3.142.0', []],
    ['variables', { env: [{ name: 'A' }] }, '3.151.0', []],
    [
      'variables of an old operator',
      { env: [{ name: 'A' }] },
      '3.150.9',
      [['FeatureUnsupported', 'env']],
    ],
    [
      'replicas of an old operator',
      { replicas: 2 },
      '3.165.0',
      [['FeatureUnsupported', 'replicas']],
    ],
    [
      'references to secrets',
      { env: [{ name: 'A', secretKeyRef: { name: 's', key: 'k' } }] },
      '3.196.0',
      [['FeatureUnsupported', 'env']],
    ],
    [
      'a filter without the key',
      {
        traffic: {
          mode: 'steal',
          filter: { type: 'header', name: 'x-team', value: 'all' },
        },
      },
      '3.196.0',
      [['FilterWithoutKey', 'traffic.filter.value']],
    ],
    [
      'labels of its own',
      { labelMode: 'isolated' },
      '3.196.0',
      [['LabelModeUnsupported', 'labelMode']],
    ],
  ])('refuses %s', (_, more, version, refused) => {
    expect(codes(more, version)).toEqual(refused);
  });
});

describe('capabilitiesOf', () => {
  it('tells what an operator can do, and why not the rest', () => {
    expect(capabilitiesOf(operator('3.165.0'), NOW)).toMatchObject({
      steal: true,
      mirror: true,
      unfilteredMirror: true,
      inPlaceUpdate: false,
      replicas: false,
      reasons: { replicas: expect.stringContaining('3.166') },
    });
  });

  it('tells why nothing can be done', () => {
    const { steal, replicas, reasons } = capabilitiesOf(null, NOW);
    expect([steal, replicas]).toEqual([false, false]);
    expect(reasons.steal).toMatch(/No mirrord operator/);
    expect(reasons.replicas).toBe(reasons.steal);
  });
});
