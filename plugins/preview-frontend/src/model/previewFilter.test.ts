// SPDX-License-Identifier: Apache-2.0
import {
  ALL_TEAMS,
  DEFAULT_FILTER,
  isNarrowed,
  readFilter,
  toSessionQuery,
  writeFilter,
  type PreviewFilter,
} from './previewFilter';

const filter = (part: Partial<PreviewFilter> = {}): PreviewFilter => ({
  ...DEFAULT_FILTER,
  ...part,
});

describe('the filter in the address', () => {
  it.each<[string, Partial<PreviewFilter>]>([
    ['', {}],
    ['team=all', { team: ALL_TEAMS }],
    ['state=ended&text=pr-1', { state: 'ended', text: 'pr-1' }],
    [
      'team=group%3Adefault%2Fa&service=component%3Adefault%2Fb',
      { team: 'group:default/a', service: 'component:default/b' },
    ],
    [
      'cluster=staging&startedBy=user%3Adefault%2Fc&order=createdAt%3Aasc',
      {
        cluster: 'staging',
        startedBy: 'user:default/c',
        order: 'createdAt:asc',
      },
    ],
  ])('reads and writes "%s"', (address, part) => {
    expect(readFilter(new URLSearchParams(address))).toEqual(filter(part));
    expect(writeFilter(filter(part)).toString()).toBe(address);
  });

  it.each(['state=burning', 'order=age', 'colour=red', 'team='])(
    'takes "%s" for nothing',
    address =>
      expect(readFilter(new URLSearchParams(address))).toEqual(filter()),
  );
});

describe('what the backend is asked', () => {
  const mine = ['user:default/jana', 'group:default/a'];

  it.each<[string, Partial<PreviewFilter>, object]>([
    ['my teams, running', {}, { owner: mine, active: true, phase: undefined }],
    ['all teams', { team: ALL_TEAMS }, { owner: undefined }],
    ['one team', { team: 'group:default/x' }, { owner: ['group:default/x'] }],
    ['a phase', { state: 'failed' }, { active: true, phase: ['failed'] }],
    [
      'what is over, the newest first',
      { state: 'ended' },
      { active: false, phase: undefined, order: 'createdAt:desc' },
    ],
    [
      'what is over, the oldest first',
      { state: 'ended', order: 'createdAt:asc' },
      { order: 'createdAt:asc' },
    ],
    ['blanks', { text: '  ' }, { q: undefined }],
    [
      'the rest as it is',
      { service: 's', cluster: 'c', startedBy: 'p', text: ' q ' },
      { entityRef: 's', cluster: 'c', createdBy: 'p', q: 'q' },
    ],
  ])('%s', (_title, part, query) =>
    expect(toSessionQuery(filter(part), mine)).toMatchObject(query),
  );
});

it.each<[Partial<PreviewFilter>, boolean]>([
  [{}, false],
  [{ team: ALL_TEAMS, state: 'ended' }, false],
  [{ text: 'x' }, true],
  [{ cluster: 'x' }, true],
])('%j is narrowed: %s', (part, narrowed) =>
  expect(isNarrowed(filter(part))).toBe(narrowed),
);
