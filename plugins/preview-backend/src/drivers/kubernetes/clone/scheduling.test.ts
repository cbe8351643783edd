// SPDX-License-Identifier: Apache-2.0
import { aContainer } from '../testUtils/objects';
import { stripScheduling } from './scheduling';

const LABELS = { app: 'checkout' };
const aboutTarget = {
  labelSelector: { matchLabels: { app: 'checkout' } },
  topologyKey: 'kubernetes.io/hostname',
};
const aboutCache = {
  labelSelector: { matchLabels: { app: 'cache' } },
  topologyKey: 'kubernetes.io/hostname',
};
const spec = { containers: [aContainer()] };

describe('stripScheduling', () => {
  it.each([
    ['nodeName', 'node-1'],
    ['priority', 1000],
    ['priorityClassName', 'production'],
    ['preemptionPolicy', 'PreemptLowerPriority'],
    ['schedulingGates', [{ name: 'x' }]],
  ])('drops %s and says so', (field, value) => {
    const { spec: stripped, differences } = stripScheduling(
      { ...spec, [field]: value },
      LABELS,
    );
    expect(stripped).not.toHaveProperty(field);
    expect(differences.map(({ what }) => what)).toEqual([field]);
  });

  it('drops affinity and spread that count the target, and no other', () => {
    const nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution: {} };
    const { spec: stripped, differences } = stripScheduling(
      {
        ...spec,
        affinity: {
          nodeAffinity,
          podAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [aboutCache],
          },
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [aboutTarget],
            preferredDuringSchedulingIgnoredDuringExecution: [
              { weight: 1, podAffinityTerm: aboutTarget },
              { weight: 2, podAffinityTerm: aboutCache },
            ],
          },
        },
        topologySpreadConstraints: [aboutTarget, aboutCache],
      },
      LABELS,
    );
    expect(stripped.affinity).toEqual({
      nodeAffinity,
      podAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [aboutCache],
      },
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [],
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 2, podAffinityTerm: aboutCache },
        ],
      },
    });
    expect(stripped.topologySpreadConstraints).toEqual([aboutCache]);
    expect(differences.map(({ what }) => what)).toEqual([
      'topologySpreadConstraints',
      'podAntiAffinity',
    ]);
  });

  it('changes nothing where nothing stands in the way', () => {
    expect(stripScheduling(spec, LABELS)).toEqual({ spec, differences: [] });
  });
});
