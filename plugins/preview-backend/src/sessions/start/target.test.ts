// SPDX-License-Identifier: Apache-2.0
import {
  formatTarget,
  parseTarget,
} from '@preview-environments/backstage-plugin-preview-common';
import type { ClusterConfig } from '../../config/types';
import { candidatesOf } from './candidates';
import { chooseCandidate } from './chooseCandidate';

const ours = (name: string) => `preview-environments.io/${name}`;
const clusters = [
  { name: 'staging', namespaces: ['shop', 'pay'] },
  { name: 'qa', namespaces: ['shop'] },
] as ClusterConfig[];

const candidates = (annotations: Record<string, string>, where = clusters) =>
  candidatesOf({ annotations }, where);

function choose(
  annotations: Record<string, string>,
  wish: { cluster?: string; namespace?: string; target?: string } = {},
) {
  const { cluster = null, namespace = null, target } = wish;
  const chosen = chooseCandidate(
    { cluster, namespace, target: target ? parseTarget(target) : null },
    candidates(annotations),
    clusters,
  );
  return [
    chosen.cluster,
    chosen.namespace,
    formatTarget(chosen.target),
    chosen.ofCatalog,
  ];
}

const whole = {
  [ours('target')]: 'deployment/a',
  [ours('namespace')]: 'shop',
  [ours('cluster')]: 'staging',
};

describe('the workload of an entity', () => {
  it.each([
    ['everything said', whole, {}, ['staging', 'shop', 'deployment/a', true]],
    [
      'one of two clusters asked for',
      { ...whole, [ours('cluster')]: 'staging, qa' },
      { cluster: 'qa' },
      ['qa', 'shop', 'deployment/a', true],
    ],
    [
      'one of two targets asked for',
      { ...whole, [ours('target')]: 'deployment/a,statefulset/b' },
      { target: 'statefulset/b' },
      ['staging', 'shop', 'statefulset/b', true],
    ],
    [
      'a container asked for',
      whole,
      { target: 'deployment/a/container/app' },
      ['staging', 'shop', 'deployment/a/container/app', true],
    ],
    [
      'a pod asked for, which shows later whose it is',
      whole,
      { target: 'pod/a-1' },
      ['staging', 'shop', 'pod/a-1', true],
    ],
    [
      'the only place that is open',
      { ...whole, [ours('namespace')]: 'shop,kube-system' },
      {},
      ['staging', 'shop', 'deployment/a', true],
    ],
    [
      'annotations of the Kubernetes plugin',
      {
        'backstage.io/kubernetes-id': 'a',
        'backstage.io/kubernetes-namespace': 'pay',
      },
      { cluster: 'staging' },
      ['staging', 'pay', 'deployment/a', true],
    ],
    [
      'another workload',
      whole,
      { target: 'deployment/b' },
      ['staging', 'shop', 'deployment/b', false],
    ],
    [
      'another container than the entity names',
      { ...whole, [ours('target')]: 'deployment/a/container/app' },
      { target: 'deployment/a/container/sidecar' },
      ['staging', 'shop', 'deployment/a/container/sidecar', false],
    ],
    [
      'another cluster',
      whole,
      { cluster: 'prod' },
      ['prod', 'shop', 'deployment/a', false],
    ],
  ])('%s', (_, annotations, wish, chosen) => {
    expect(choose(annotations, wish)).toEqual(chosen);
  });

  it.each([
    ['namespace', { [ours('target')]: 'deployment/a' }],
    ['cluster', { ...whole, [ours('cluster')]: 'staging,qa' }],
    ['target', { ...whole, [ours('target')]: 'deployment/a,deployment/b' }],
  ])('is asked for by its %s where there are several', (field, annotations) => {
    expect(() => choose(annotations)).toThrow(
      expect.objectContaining({
        code: 'TargetAmbiguous',
        message: expect.stringContaining('deployment/a in shop on staging; '),
        field,
        hint: expect.stringContaining(field),
      }),
    );
  });

  it.each([
    [{}],
    [{ [ours('target')]: 'service/a' }],
    [{ [ours('target')]: ' , ' }],
  ])('is not guessed from %j', annotations => {
    expect(() => candidates(annotations)).toThrow(
      expect.objectContaining({ code: 'EntityNotAnnotated' }),
    );
  });

  it('counts once what the entity names twice', () => {
    const twice = {
      [ours('target')]: 'deployment/a, deployment/a',
      [ours('namespace')]: 'shop,shop ,shop',
      [ours('cluster')]: 'staging,staging',
    };
    expect(candidates(twice)).toHaveLength(1);
  });

  const numbered = (count: number, name: string) =>
    Array.from({ length: count }, (_, n) => `${name}${n}`).join(',');

  it.each([
    [ours('target'), 'deployment/a'],
    [ours('namespace'), 'shop'],
    [ours('cluster'), 'staging'],
    ['backstage.io/kubernetes-namespace', 'shop'],
    ['backstage.io/kubernetes-cluster', 'staging'],
  ])('is looked for in no more than 50 names of %s', (annotation, name) => {
    const many = (count: number) => ({
      [ours('target')]: 'deployment/a',
      [annotation]: numbered(count, name),
    });
    expect(() => candidates(many(50))).not.toThrow();
    expect(() => candidates(many(51))).toThrow(
      expect.objectContaining({
        code: 'EntityNotAnnotated',
        message: expect.stringContaining(`${annotation} lists 51 names`),
        hint: expect.stringContaining(annotation),
      }),
    );
  });

  it.each([
    ['named', { [ours('namespace')]: numbered(11, 'ns-') }, clusters.slice(1)],
    [
      'configured',
      {},
      [{ name: 'qa', namespaces: numbered(11, 'ns-').split(',') }],
    ],
  ])('is looked for in no more than 500 %s places', (_, place, where) => {
    const many = (count: number) =>
      candidates(
        { ...place, [ours('target')]: numbered(count, 'deployment/a') },
        where as ClusterConfig[],
      );
    expect(many(45)).toHaveLength(495);
    expect(() => many(46)).toThrow(
      expect.objectContaining({
        code: 'EntityNotAnnotated',
        message: expect.stringContaining('46 targets in 11 places'),
      }),
    );
  });

  it('is not told by a list that nobody can read', () => {
    const message = (count: number) => {
      try {
        return choose({
          ...whole,
          [ours('target')]: numbered(count, 'deployment/a'),
        }).join();
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(message(20)).toMatch(/deployment\/a19 in shop on staging\.$/);
    expect(message(23)).toMatch(/a19 in shop on staging; and 3 more\.$/);
  });

  it('is nowhere without a cluster', () => {
    expect(candidates(whole, [])).toEqual([]);
    expect(() =>
      chooseCandidate({ cluster: null, namespace: null, target: null }, [], []),
    ).toThrow(expect.objectContaining({ code: 'ClusterNotAllowed' }));
  });
});
