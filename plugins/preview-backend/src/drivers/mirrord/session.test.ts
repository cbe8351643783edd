// SPDX-License-Identifier: Apache-2.0
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import type { MirrordSessionSpec } from './model';
import { buildSession } from './session';
import { fingerprintOf } from './spec';
import { anIntent } from './testUtils/objects';

const filter = { type: 'header', name: 'x-team', value: 'pr-1' } as const;
const specOf = (more: Partial<SessionIntent>) =>
  buildSession(anIntent(more), 'main', 3600).spec;

describe('buildSession', () => {
  it('carries what other clients look for, and our own marks', () => {
    expect(buildSession(anIntent(), 'main', 3600)).toEqual({
      apiVersion: 'preview.mirrord.metalbear.co/v1alpha',
      kind: 'PreviewSession',
      metadata: {
        name: expect.stringMatching(/^deployment-checkout-pr-1-[0-9a-f]{8}$/),
        namespace: 'shop',
        labels: {
          'app.kubernetes.io/managed-by': 'preview-environments',
          'preview-environments.io/session': 's-1',
          'preview-environments.io/key': 'pr-1',
          'preview-environments.io/revision': '1',
          'preview.mirrord.metalbear.co/key':
            expect.stringMatching(/^h[-\w]{43}h$/),
        },
        annotations: {
          'preview-environments.io/entity': 'component:default/checkout',
        },
      },
      spec: {
        image: 'shop/checkout:pr-1',
        key: 'pr-1',
        target: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'checkout',
          container: 'main',
        },
        ttlSecs: 3600,
        incoming: {
          steal: true,
          httpFilter: '{"header_filter":"^x-preview-key: pr-1$"}',
        },
      },
    });
  });

  const steal = { steal: true };
  const mirror = { steal: false };
  const team = '{"header_filter":"^x-team: pr-1$"}';
  it.each<[string, SessionIntent['traffic'], MirrordSessionSpec['incoming']]>([
    ['no traffic', { mode: 'none', filter: null }, undefined],
    ['a copy of all', { mode: 'mirror', filter: null }, mirror],
    ['a copy', { mode: 'mirror', filter }, { ...mirror, httpFilter: team }],
    ['its own', { mode: 'steal', filter }, { ...steal, httpFilter: team }],
  ])('takes %s', (_, traffic, incoming) => {
    expect(specOf({ traffic }).incoming).toEqual(incoming);
  });

  it.each([
    ['statefulset', 'apps/v1', 'StatefulSet'],
    ['replicaset', 'apps/v1', 'ReplicaSet'],
    ['rollout', 'argoproj.io/v1alpha1', 'Rollout'],
    ['pod', 'v1', 'Pod'],
  ] as const)('names a %s as the operator does', (kind, apiVersion, name) => {
    expect(specOf({ target: { kind, name: 'a' } }).target).toEqual({
      apiVersion,
      kind: name,
      name: 'a',
      container: 'main',
    });
  });

  it('sets variables and replicas where they are asked for', () => {
    const spec = specOf({
      replicas: 2,
      env: [{ name: 'MODE', value: 'preview' }, { name: 'EMPTY' }],
    });
    expect(spec.replicas).toBe(2);
    expect(spec.env).toEqual({ overrides: { MODE: 'preview', EMPTY: '' } });
  });
});

describe('fingerprintOf', () => {
  const before = fingerprintOf(anIntent());

  it.each<[string, Partial<SessionIntent>]>([
    ['the deadline', { expiresAt: null, backstopAt: 0 }],
    ['the route', { routed: false, serving: null }],
    ['the handle', { handle: 'x' }],
    [
      'an older revision',
      {
        revisions: [
          { number: 0, image: 'old' },
          { number: 1, image: 'shop/checkout:pr-1' },
        ],
      },
    ],
  ])('does not change with %s', (_, more) => {
    expect(fingerprintOf(anIntent(more))).toBe(before);
  });

  it.each<[string, Partial<SessionIntent>]>([
    ['image', { revisions: [{ number: 1, image: 'shop/checkout:pr-2' }] }],
    ['revision', { revisions: [{ number: 2, image: 'shop/checkout:pr-1' }] }],
    ['filter', { traffic: { mode: 'steal', filter } }],
    ['mode', { traffic: { mode: 'none', filter: null } }],
    ['environment', { env: [{ name: 'A', value: 'b' }] }],
    ['replicas', { replicas: 3 }],
    ['session', { sessionId: 's-2' }],
  ])('changes with the %s', (_, more) => {
    expect(fingerprintOf(anIntent(more))).not.toBe(before);
  });
});
