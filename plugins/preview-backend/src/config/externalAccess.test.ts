// SPDX-License-Identifier: Apache-2.0
import { externalAccessFaults } from './externalAccess';

const good = {
  type: 'jwks',
  options: {
    url: 'https://example.com/jwks',
    issuer: 'https://example.com',
    audience: 'portal',
    subjectPrefix: 'github',
  },
  accessRestrictions: [{ plugin: 'preview' }],
};
const withOptions = (over: object) => ({
  ...good,
  options: { ...good.options, ...over },
});
const workflows = [
  { github: { subjectPrefix: 'github', owners: ['acme'], contexts: ['x'] } },
];
const KEY = 'backend.auth.externalAccess';

const faults = (configured: unknown, subjects: typeof workflows = workflows) =>
  externalAccessFaults(configured, subjects, 'preview');

describe('the way in for workflows', () => {
  it.each<[string, unknown]>([
    ['as it should be', [good]],
    ['beside others', [{ type: 'static', options: { token: 'x' } }, good]],
    [
      'of several plugins',
      [
        {
          ...good,
          accessRestrictions: [{ plugin: 'catalog' }, { plugin: 'preview' }],
        },
      ],
    ],
    ['for several audiences', [withOptions({ audience: ['portal', 'other'] })]],
  ])('%s is safe', (_, configured) => {
    expect(faults(configured)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['none', undefined, `${KEY}: needs an entry of type jwks`],
    [
      'one with another prefix',
      [withOptions({ subjectPrefix: 'gh' })],
      `${KEY}: needs`,
    ],
    ['one of another type', [{ ...good, type: 'static' }], `${KEY}: needs`],
    [
      'no issuer',
      [withOptions({ issuer: undefined })],
      `${KEY}[0].options.issuer`,
    ],
    [
      'no audience',
      [withOptions({ audience: [] })],
      `${KEY}[0].options.audience`,
    ],
    [
      'all plugins',
      [{ ...good, accessRestrictions: undefined }],
      `${KEY}[0].accessRestrictions`,
    ],
    [
      'another plugin only',
      [{ ...good, accessRestrictions: [{ plugin: 'catalog' }] }],
      `${KEY}[0].accessRestrictions`,
    ],
    [
      'a second way without prefix',
      [good, withOptions({ subjectPrefix: undefined })],
      `${KEY}[1].options.subjectPrefix`,
    ],
    ['what cannot be read', 'yes', `${KEY}: cannot be read`],
  ])('%s is not', (_, configured, fault) => {
    expect(faults(configured)).toEqual([expect.stringContaining(fault)]);
  });

  it('matters to nobody without workflows', () => {
    expect(faults('yes', [])).toEqual([]);
  });
});
