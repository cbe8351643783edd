// SPDX-License-Identifier: Apache-2.0
import { wishOf } from './wish';

const image = 'shop/checkout:1';
const file = {
  image: 'file:1',
  key: 'file',
  target: 'deployment/file',
  ttl: '30m',
  traffic: { mode: 'mirror' as const, filter: null },
};

describe('wishOf', () => {
  it.each<[string, Parameters<typeof wishOf>, object]>([
    ['options', [{ image, key: 'pr-7' }, {}], { image, key: 'pr-7' }],
    [
      'keys from any text',
      [{ image, key: 'Feature/Login' }, {}],
      { image, key: 'feature-login' },
    ],
    [
      'short kinds',
      [{ image, target: 'deploy/x', targetNamespace: 'n' }, {}],
      { image, target: 'deployment/x', namespace: 'n' },
    ],
    ['minutes', [{ image, ttl: '90' }, {}], { image, ttl: '90m' }],
    ['durations', [{ image, ttl: '2h' }, {}], { image, ttl: '2h' }],
    ['no end', [{ image, ttl: 'infinite' }, {}], { image, pinned: true }],
    [
      'branches of databases',
      [{ image, database: ['pg/orders'] }, {}],
      { image, databases: [{ type: 'pg', name: 'orders' }] },
    ],
    [
      'the environment',
      [
        {},
        {
          MIRRORD_PREVIEW_IMAGE: image,
          MIRRORD_KEY: 'm',
          MIRRORD_IMPERSONATED_TARGET: 'deploy/x',
          MIRRORD_TARGET_NAMESPACE: 'n',
          MIRRORD_PREVIEW_TTL_SECS: '90',
          MIRRORD_PREVIEW_REPLICAS: '2',
          MIRRORD_PREVIEW_START_IDLE: 'true',
          PREVIEW_ENTITY: 'component:default/x',
          PREVIEW_CLAIMED_ACTOR: 'octocat',
        },
      ],
      {
        image,
        key: 'm',
        target: 'deployment/x',
        namespace: 'n',
        ttl: '90s',
        replicas: 2,
        idle: { startIdle: true },
        entityRef: 'component:default/x',
        claimedActor: 'octocat',
      },
    ],
    ['the file', [{}, {}, file], file],
    [
      'environment over file, options over both',
      [
        { key: 'option' },
        { PREVIEW_KEY: 'env', MIRRORD_PREVIEW_IMAGE: image },
        file,
      ],
      { ...file, image, key: 'option' },
    ],
    [
      'one end only',
      [{ ttl: 'infinite' }, {}, file],
      { ...file, ttl: undefined, pinned: true },
    ],
    [
      'no filter of another mode',
      [{ mode: 'steal' }, {}, file],
      { ...file, traffic: { mode: 'steal' } },
    ],
    ['the filter of the same mode', [{ mode: 'mirror' }, {}, file], file],
  ])('takes %s', (_, [options, env, given], wanted) => {
    expect(wishOf(options, env, given)).toEqual(wanted);
  });

  it.each<[string, Parameters<typeof wishOf>]>([
    ['--image', [{}, {}]],
    ['--database', [{ image, database: ['orders'] }, {}]],
    [
      'MIRRORD_PREVIEW_REPLICAS',
      [{ image }, { MIRRORD_PREVIEW_REPLICAS: 'x' }],
    ],
    [
      'MIRRORD_PREVIEW_START_IDLE',
      [{ image }, { MIRRORD_PREVIEW_START_IDLE: 'yes' }],
    ],
  ])('names %s where it is wrong', (field, [options, env]) => {
    expect(() => wishOf(options, env)).toThrow(
      expect.objectContaining({ field }),
    );
  });
});
