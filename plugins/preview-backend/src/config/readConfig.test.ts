// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import { readConfig } from './readConfig';

const read = (preview: object) =>
  readConfig(mockServices.rootConfig({ data: { preview } as never }), '/own');

/** Base64 of a private Ed25519 key that was made for this test. */
const SIGNING_KEY =
  'MC4CAQAwBQYDK2VwBCIEIMLRwiMR1Q7BEmesBpt//2Bav4XAO+vxRliqGZ3bctaD';

const cluster = {
  name: 'staging',
  kubeconfig: { file: 'kube.yaml' },
  namespaces: ['shop'],
};

describe('readConfig', () => {
  it('has safe answers to everything that is not said', () => {
    expect(readConfig(mockServices.rootConfig(), '/own')).toEqual({
      clusters: [],
      defaults: { ttl: 28_800_000, trafficMode: 'steal' },
      policy: {
        start: 'owners',
        signOff: 'readers',
        pin: 'admins',
        ttl: { min: 300_000, max: 259_200_000, lifetime: null },
        images: { allow: [], requireDigest: false },
        env: { allow: [] },
        filters: { allow: [] },
        inputs: { allow: [] },
        quotas: { perUser: 5, perOwner: 20, perEntity: null, perCluster: null },
      },
      targets: { trustCatalog: false, namespaces: {} },
      routing: { headers: ['x-preview-key'], policyKinds: [] },
      lifecycle: {
        backstopGrace: 60_000,
        keepFailed: 900_000,
        keepLogs: 604_800_000,
        readinessTimeout: 600_000,
      },
      freeze: false,
      access: { admins: [], subjects: [] },
      notifications: {
        page: '/previews',
        warnBefore: [86_400_000, 7_200_000, 900_000],
      },
      audit: {
        signingKey: null,
        previousSigningKeys: [],
        origin: null,
        anchor: { log: true, file: null, webhook: null, interval: 60_000 },
        retention: null,
      },
      links: [],
      runbooksUrl: '/own',
    });
  });

  it('reads a cluster', () => {
    const gateway = { url: 'http://gw:80/', probePath: '/healthz' };
    expect(read({ clusters: [{ ...cluster, gateway }] }).clusters).toEqual([
      {
        name: 'staging',
        access: { type: 'kubeconfig', file: 'kube.yaml', context: null },
        namespaces: ['shop'],
        driver: 'kubernetes',
        gateway: {
          url: 'http://gw:80',
          probePath: '/healthz',
          controllers: {},
          parents: [],
          allowUnprobed: false,
        },
      },
    ]);
  });

  it('takes text where environment variables put it', () => {
    const config = read({
      freeze: 'true',
      policy: { quotas: { perUser: '7' }, ttl: { min: { seconds: 1 } } },
      access: { admins: ['platform'] },
    });
    expect(config.freeze).toBe(true);
    expect(config.policy.quotas.perUser).toBe(7);
    expect(config.policy.ttl.min).toBe(1000);
    expect(config.access.admins).toEqual(['group:default/platform']);
  });

  it.each<[string, object, RegExp]>([
    ['an unknown key', { polcy: {} }, /preview\.polcy: not known/],
    [
      'an unknown key further down',
      { policy: { quotas: { perTeam: 1 } } },
      /preview\.policy\.quotas\.perTeam: not known/,
    ],
    [
      'a duration without unit',
      { defaults: { ttl: 'long' } },
      /preview\.defaults\.ttl: must be a duration/,
    ],
    [
      'a default outside the limits',
      { defaults: { ttl: '100h' } },
      /preview\.defaults\.ttl: must lie between/,
    ],
    [
      'limits that exclude each other',
      { policy: { ttl: { min: '9h', max: '8h' } } },
      /preview\.policy\.ttl\.min: min must not be above max/,
    ],
    ...['readOnly', 'share'].map<[string, object, RegExp]>(claims => [
      `claims that are ${claims}`,
      { policy: { claims } },
      /preview\.policy\.claims: must be empty/,
    ]),
    [
      'a cluster that cannot be reached',
      { clusters: [{ name: 'a', namespaces: ['shop'] }] },
      /preview\.clusters\[0\]: must have exactly one of/,
    ],
    [
      'a cluster with two ways in',
      { clusters: [{ ...cluster, inCluster: true }] },
      /preview\.clusters\[0\]: must have exactly one of/,
    ],
    [
      'a cluster without namespaces',
      { clusters: [{ ...cluster, namespaces: [] }] },
      /preview\.clusters\[0\]\.namespaces: must list/,
    ],
    [
      'two clusters of one name',
      { clusters: [cluster, cluster] },
      /preview\.clusters: must have a name of its own/,
    ],
    [
      'a gateway that is no web address',
      { clusters: [{ ...cluster, gateway: { url: 'file:///etc' } }] },
      /preview\.clusters\[0\]\.gateway\.url: must be an address/,
    ],
    [
      'a link that runs script',
      // eslint-disable-next-line no-script-url
      { links: [{ title: 'x', url: 'javascript:alert(1)' }] },
      /preview\.links\[0\]\.url: must start with http/,
    ],
    [
      'a signing key of another kind',
      { audit: { signingKey: 'secret' } },
      /preview\.audit\.signingKey: must be a private Ed25519 key/,
    ],
    [
      'old signing keys without a new one',
      { audit: { previousSigningKeys: [SIGNING_KEY] } },
      /preview\.audit\.previousSigningKeys: must stand beside/,
    ],
    [
      'a name of the audit log with a blank',
      { audit: { origin: 'our log' } },
      /preview\.audit\.origin: must be a name such as/,
    ],
    [
      'an archive without an age',
      { audit: { retention: { archive: '/archive' } } },
      /preview\.audit\.retention\.keep: /,
    ],
    [
      'no header at all',
      { routing: { headers: [] } },
      /preview\.routing\.headers: /,
    ],
  ])('refuses %s', (_, preview, message) => {
    expect(() => read(preview)).toThrow(message);
  });
});
