// SPDX-License-Identifier: Apache-2.0
import type { LabelSelector } from '../model';
import { isolate } from './labels';
import { selects } from './selectors';

const TARGET: LabelSelector = { matchLabels: { app: 'checkout' } };
const OURS = { 'app.kubernetes.io/managed-by': 'preview-environments' };

describe('isolate', () => {
  it('drops the keys of the target’s selector and keeps the others', () => {
    const { labels, differences } = isolate(
      { app: 'checkout', tier: 'web' },
      TARGET,
      [],
      OURS,
    );
    expect(labels).toEqual({ tier: 'web', ...OURS });
    expect(differences).toEqual([
      {
        what: 'label app',
        action: 'dropped',
        why: 'the service selects its own pods by it',
      },
    ]);
  });

  it.each([
    'pod-template-hash',
    'controller-revision-hash',
    'statefulset.kubernetes.io/pod-name',
    'apps.kubernetes.io/pod-index',
    'batch.kubernetes.io/job-name',
    'job-name',
    'rollouts-pod-template-hash',
    'app.kubernetes.io/instance',
    'argocd.argoproj.io/instance',
    'kustomize.toolkit.fluxcd.io/name',
    'helm.sh/chart',
  ])('never copies %s', key => {
    const { labels } = isolate({ [key]: 'x', tier: 'web' }, TARGET, [], OURS);
    expect(labels).toEqual({ tier: 'web', ...OURS });
  });

  const others: [string, LabelSelector][] = [
    ['Service shop', { matchLabels: { tier: 'web' } }],
    [
      'PodDisruptionBudget web',
      { matchExpressions: [{ key: 'tier', operator: 'In', values: ['web'] }] },
    ],
    [
      'PodMonitor all',
      { matchExpressions: [{ key: 'tier', operator: 'Exists' }] },
    ],
  ];
  it.each(others)('goes on until %s does not select it', (what, selector) => {
    const { labels, differences, stillSelectedBy } = isolate(
      { app: 'checkout', tier: 'web', team: 'a' },
      TARGET,
      [{ what, selector }],
      OURS,
    );
    expect(selects(selector, labels)).toBe(false);
    expect(labels).toEqual({ team: 'a', ...OURS });
    expect(differences[1].why).toBe(`${what} selects pods by it`);
    expect(stillSelectedBy).toEqual([]);
  });

  it('keeps a label that a selector needs only together with others', () => {
    const { labels } = isolate(
      { app: 'checkout', tier: 'web' },
      TARGET,
      [
        {
          what: 'Service checkout',
          selector: { matchLabels: { app: 'checkout', tier: 'web' } },
        },
      ],
      OURS,
    );
    expect(labels).toEqual({ tier: 'web', ...OURS });
  });

  it.each<[string, LabelSelector]>([
    ['an empty selector', {}],
    [
      'one that asks for absence',
      { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
    ],
  ])('says what cannot be escaped: %s', (_, selector) => {
    const { stillSelectedBy } = isolate(
      { app: 'checkout', tier: 'web' },
      TARGET,
      [{ what: 'PodDisruptionBudget all', selector }],
      OURS,
    );
    expect(stillSelectedBy).toEqual(['PodDisruptionBudget all']);
  });
});
