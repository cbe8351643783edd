// SPDX-License-Identifier: Apache-2.0
import { aService, aWorkload, anIntent } from '../testUtils/objects';
import { covers } from './covers';
import {
  activeDeadlineSeconds,
  keepsDeadline,
  wantedSeconds,
} from './deadline';
import { ourLabels, ownedBy } from './marks';
import { baseName, replicaSetName, routeName } from './names';
import { portsOf } from './ports';
import { buildRoot } from './root';
import { serviceSpec } from './service';

const DNS_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

describe('names', () => {
  it.each(['a', '1', 'pr-1042', 'x'.repeat(40), `${'a-'.repeat(15)}b`])(
    'of the key %s are names everywhere, with room for suffixes',
    key => {
      const base = baseName(anIntent().sessionId, key);
      for (const name of [
        base,
        replicaSetName(base, 9999),
        routeName(base, 99),
      ]) {
        expect(name).toMatch(DNS_LABEL);
        expect(name).not.toContain('--');
        expect(name.length).toBeLessThanOrEqual(52);
      }
    },
  );

  it('differ for sessions of one key', () => {
    expect(baseName('one', 'pr-1')).not.toBe(baseName('two', 'pr-1'));
  });
});

describe('deadline', () => {
  const day = 86_400;
  it.each([
    ['rounds up', 10_500, 0, 11],
    ['is never nothing', 0, 5_000, 1],
    [
      'is cut before the arithmetic of the cluster overflows',
      1e15,
      0,
      366 * day,
    ],
  ])('%s', (_, backstop, from, seconds) => {
    expect(activeDeadlineSeconds(backstop, from)).toBe(seconds);
  });

  const root = { startTime: 1_000, createdAt: 0, activeDeadlineSeconds: 60 };
  const notStarted = { ...root, startTime: null };
  it.each([
    ['no root yet: from now', 70_000, null, 60],
    ['started: from its start', 61_001, root, 61],
    ['not started: from its creation', 120_000, notStarted, 120],
  ])('%s', (_, backstopAt, live, seconds) => {
    const wanted = { expiresAt: 0, backstopAt };
    expect(wantedSeconds(wanted, 10_000, live)).toBe(seconds);
  });

  it.each([
    ['in the same second', 10_900],
    ['in the next one', 11_000],
    ['late', 14_100],
  ])('written once is enough for a root that is seen %s', (_, seenAt) => {
    const wanted = { expiresAt: 65_400, backstopAt: 70_400 };
    const written = {
      createdAt: 10_000,
      startTime: Math.floor(seenAt / 1000) * 1000,
      activeDeadlineSeconds: wantedSeconds(wanted, 10_900, null),
    };
    expect(keepsDeadline(wanted, written)).toBe(true);
  });

  it.each([
    ['as wanted', 56_000, 61_000, root, true],
    ['early', 56_001, 61_001, root, false],
    ['late by the grace', 51_000, 56_000, root, true],
    ['later than the grace', 50_999, 55_999, root, false],
    ['late by the rounding, without grace', 59_000, 59_000, root, true],
    ['later than the rounding, without grace', 58_999, 58_999, root, false],
    ['pinned and late by a minute', null, 1_000, root, true],
    ['pinned and later', null, 999, root, false],
    ['without a deadline', 0, 61_000, { ...root, activeDeadlineSeconds: null }],
    ['not started, by its creation', 55_000, 60_000, notStarted, true],
  ])('%s', (_, expiresAt, backstopAt, live, kept = false) => {
    expect(keepsDeadline({ expiresAt, backstopAt }, live)).toBe(kept);
  });
});

describe('root', () => {
  it('never runs a pod, ends at its deadline and passes Restricted', () => {
    const { spec, metadata } = buildRoot({
      name: 'pv',
      namespace: 'shop',
      sessionId: 'id',
      key: 'pr-1',
      entityRef: 'component:default/checkout',
      image: 'shop/checkout:x',
      expiresAt: 0,
      activeDeadlineSeconds: 60,
      uid: null,
    });
    expect(spec).toMatchObject({
      parallelism: 0,
      activeDeadlineSeconds: 60,
      ttlSecondsAfterFinished: 0,
      template: {
        spec: {
          restartPolicy: 'Never',
          securityContext: {
            runAsNonRoot: true,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              securityContext: {
                allowPrivilegeEscalation: false,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
        },
      },
    });
    expect(metadata.uid).toBeUndefined();
  });
});

describe('owner and labels', () => {
  it('control what they own, without blocking its deletion', () => {
    expect(ownedBy({ name: 'pv', uid: 'u' })).toEqual([
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        name: 'pv',
        uid: 'u',
        controller: true,
      },
    ]);
  });

  it('are ours alone', () => {
    expect(Object.keys(ourLabels({ sessionId: 'id', key: 'k' }, 2))).toEqual([
      'app.kubernetes.io/managed-by',
      'preview-environments.io/session',
      'preview-environments.io/key',
      'preview-environments.io/revision',
    ]);
  });
});

describe('service', () => {
  it('copies how the team’s Service is reached, not where it leads', () => {
    const team = aService('checkout', {
      ipFamilies: ['IPv6'],
      ipFamilyPolicy: 'SingleStack',
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      type: 'LoadBalancer',
      ports: [
        {
          name: 'grpc',
          port: 9000,
          targetPort: 'grpc',
          protocol: 'TCP',
          appProtocol: 'kubernetes.io/h2c',
          nodePort: 30000,
        },
      ],
    });
    expect(
      serviceSpec('id', 2, portsOf([team], aWorkload().spec.template), team),
    ).toEqual({
      ipFamilies: ['IPv6'],
      ipFamilyPolicy: 'SingleStack',
      selector: {
        'preview-environments.io/session': 'id',
        'preview-environments.io/revision': '2',
      },
      ports: [
        {
          name: 'grpc',
          port: 9000,
          targetPort: 'grpc',
          protocol: 'TCP',
          appProtocol: 'kubernetes.io/h2c',
        },
      ],
    });
  });

  it('joins the ports of several Services under names of their own', () => {
    const ports = portsOf(
      [
        aService('a'),
        aService('b', {
          ports: [
            { name: 'http', port: 8080, targetPort: 8081 },
            { name: 'web', port: 80, targetPort: 1 },
          ],
        }),
      ],
      aWorkload().spec.template,
    );
    expect(ports).toEqual([
      { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' },
      { name: 'p8080-tcp', port: 8080, targetPort: 8081, protocol: 'TCP' },
    ]);
  });

  it('takes the container ports where no Service is', () => {
    expect(portsOf([], aWorkload().spec.template)).toEqual([
      { name: 'http', port: 8080, protocol: 'TCP' },
    ]);
  });
});

describe('covers', () => {
  it.each([
    [{ a: 1, b: 2 }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [[{ a: 1, d: 0 }], [{ a: 1 }], true],
    [[1, 2], [1], false],
    [null, {}, false],
    ['x', 'x', true],
  ])('%j covers %j: %s', (live, wanted, expected) => {
    expect(covers(live, wanted)).toBe(expected);
  });
});
