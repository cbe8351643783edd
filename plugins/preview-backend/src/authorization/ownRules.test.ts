// SPDX-License-Identifier: Apache-2.0
import { mockCredentials } from '@backstage/backend-test-utils';
import type { PreviewConfig } from '../config/types';
import type { Caller } from './Caller';
import { type Action, ownObjection } from './ownRules';

const ACTIONS: Action[] = ['read', 'start', 'update', 'extend', 'stop', 'logs'];

const user = (ref: string, ...ownershipRefs: string[]): Caller => ({
  credentials: mockCredentials.user(),
  principal: 'user',
  ref,
  ownershipRefs: [ref, ...ownershipRefs],
  isAdmin: ownershipRefs.includes('group:default/platform'),
  via: 'api',
  requestId: '1',
});
const service = (ref: string): Caller => ({
  ...user(ref),
  principal: 'service',
  ownershipRefs: [],
});

const subject = {
  entityRef: 'component:default/checkout',
  ownerRefs: ['group:default/team-shop'],
  cluster: 'demo',
  namespace: 'shop',
  createdBy: 'user:default/ann',
};

const entry = (over: object) => ({
  subject: 'external:ci',
  entities: ['component:default/checkout'],
  namespaces: ['shop'],
  clusters: ['demo'],
  actions: ['start' as const],
  ...over,
});

function allowed(
  caller: Caller,
  over: { start?: 'readers'; subjects?: object[]; on?: object } = {},
): Action[] {
  const config = {
    policy: { start: over.start ?? 'owners', signOff: 'readers' },
    access: { admins: [], subjects: over.subjects ?? [] },
  } as unknown as PreviewConfig;
  return ACTIONS.filter(
    action => !ownObjection(config, caller, action, { ...subject, ...over.on }),
  );
}

describe('own rules', () => {
  it.each<[string, Caller, object, Action[]]>([
    [
      'an owner',
      user('user:default/ann', 'group:default/team-shop'),
      {},
      ACTIONS,
    ],
    [
      'somebody else',
      user('user:default/bob', 'group:default/team-pay'),
      {},
      ['read'],
    ],
    [
      'who started it but left the team',
      user('user:default/ann'),
      {},
      ['read'],
    ],
    [
      'an admin',
      user('user:default/eve', 'group:default/platform'),
      {},
      ['read', 'extend', 'stop', 'logs'],
    ],
    [
      'a reader where readers may start, on their own',
      user('user:default/ann'),
      { start: 'readers' },
      ACTIONS,
    ],
    [
      'a reader where readers may start, on others’',
      user('user:default/bob'),
      { start: 'readers' },
      ['read'],
    ],
    [
      'an owner of nothing',
      user('user:default/ann'),
      { on: { ownerRefs: [] } },
      ['read'],
    ],
    ['an unknown service', service('external:ci'), {}, []],
    [
      'a service named as another',
      service('external:ci2'),
      { subjects: [entry({})] },
      [],
    ],
    [
      'a mapped service',
      service('external:ci'),
      { subjects: [entry({})] },
      ['start'],
    ],
    [
      'a service mapped to all',
      service('external:ci'),
      {
        subjects: [
          entry({
            entities: ['*'],
            namespaces: ['*'],
            clusters: ['*'],
            actions: ACTIONS,
          }),
        ],
      },
      ACTIONS,
    ],
    [
      'a service of another namespace',
      service('external:ci'),
      { subjects: [entry({ namespaces: ['pay'] })] },
      [],
    ],
    [
      'a service of another cluster',
      service('external:ci'),
      { subjects: [entry({ clusters: ['prod'] })] },
      [],
    ],
    [
      'a service that two halves would make one',
      service('external:ci'),
      {
        subjects: [
          entry({ clusters: ['prod'] }),
          entry({ namespaces: ['pay'] }),
        ],
      },
      [],
    ],
  ])('%s', (_, caller, over, actions) => {
    expect(allowed(caller, over)).toEqual(actions);
  });
});
