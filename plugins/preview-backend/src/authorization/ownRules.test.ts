// SPDX-License-Identifier: Apache-2.0
import { mockCredentials } from '@backstage/backend-test-utils';
import type { PreviewConfig } from '../config/types';
import type { Caller } from './Caller';
import { type Action, ownObjection } from './ownRules';
import type { AccessEntry } from './subjects/accessEntries';

const ACTIONS: Action[] = ['read', 'start', 'update', 'extend', 'stop', 'logs'];

const user = (ref: string, ...ownershipRefs: string[]): Caller => ({
  credentials: mockCredentials.user(),
  principal: 'user',
  ref,
  ownershipRefs: [ref, ...ownershipRefs],
  isAdmin: ownershipRefs.includes('group:default/platform'),
  via: 'api',
  entries: [],
  requestId: '1',
});
const service = (...entries: AccessEntry[]): Caller => ({
  ...user('external:ci'),
  principal: 'service',
  ownershipRefs: [],
  entries,
});

const subject = {
  entityRef: 'component:default/checkout',
  ownerRefs: ['group:default/team-shop'],
  cluster: 'demo',
  namespace: 'shop',
  createdBy: 'user:default/ann',
};

const entry = (over: object): AccessEntry => ({
  ofRepository: null,
  entities: ['component:default/checkout'],
  namespaces: ['shop'],
  clusters: ['demo'],
  actions: ['start'],
  ...over,
});

function allowed(
  caller: Caller,
  over: { start?: 'readers'; on?: object } = {},
): Action[] {
  const config = {
    policy: { start: over.start ?? 'owners', signOff: 'readers' },
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
    ['an unknown service', service(), {}, []],
    ['a mapped service', service(entry({})), {}, ['start']],
    [
      'a service mapped to all',
      service(
        entry({
          entities: ['*'],
          namespaces: ['*'],
          clusters: ['*'],
          actions: ACTIONS,
        }),
      ),
      {},
      ACTIONS,
    ],
    [
      'a service of another namespace',
      service(entry({ namespaces: ['pay'] })),
      {},
      [],
    ],
    [
      'a service of another cluster',
      service(entry({ clusters: ['prod'] })),
      {},
      [],
    ],
    [
      'a service that two halves would make one',
      service(entry({ clusters: ['prod'] }), entry({ namespaces: ['pay'] })),
      {},
      [],
    ],
    [
      'a workflow of its repository',
      service(
        entry({
          entities: ['*'],
          ofRepository: ['component:default/checkout'],
        }),
      ),
      {},
      ['start'],
    ],
    [
      'a workflow of another repository',
      service(entry({ ofRepository: ['component:default/payments'] })),
      {},
      [],
    ],
    [
      'a workflow whose repository is nobody’s',
      service(entry({ entities: ['*'], ofRepository: [] })),
      {},
      [],
    ],
  ])('%s', (_, caller, over, actions) => {
    expect(allowed(caller, over)).toEqual(actions);
  });

  it.each<[string, AccessEntry[], string]>([
    ['nothing', [], 'SubjectUnknown'],
    ['another action', [entry({ actions: ['read'] })], 'SubjectNotAllowed'],
    [
      'another repository',
      [entry({ ofRepository: [] })],
      'RepositoryNotOfEntity',
    ],
    [
      'another action of another repository',
      [entry({ actions: ['read'], ofRepository: [] })],
      'SubjectNotAllowed',
    ],
  ])('tell a service mapped to %s why not', (_, entries, code) => {
    const config = {} as PreviewConfig;
    const objection = ownObjection(
      config,
      service(...entries),
      'start',
      subject,
    );
    expect(objection).toMatchObject({ code, rule: 'preview.access.subjects' });
  });
});
