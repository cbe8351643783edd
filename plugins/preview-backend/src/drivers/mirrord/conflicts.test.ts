// SPDX-License-Identifier: Apache-2.0
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import { conflictsWith } from './conflicts';
import type { MirrordSession } from './model';
import { anIntent, aSession } from './testUtils/objects';

const intent = anIntent();
const foreign = (
  more: Partial<SessionIntent>,
  change: Partial<MirrordSession> = {},
) => [{ ...aSession(anIntent({ sessionId: 's-2', ...more })), ...change }];
const sameHeader = {
  key: 'other',
  traffic: {
    mode: 'steal',
    filter: { type: 'header', name: 'x-preview-key', value: 'pr-1' },
  },
} as const;

const byDefault = {
  mode: 'steal',
  filter: { type: 'mirrord-default' },
} as const;

describe('conflictsWith', () => {
  it.each<[string, MirrordSession[], number]>([
    ['the same key and service', foreign({}), 1],
    ['the same filter under another key', foreign(sameHeader), 1],
    ['another key', foreign({ key: 'pr-12' }), 0],
    [
      'another service',
      foreign({ target: { kind: 'deployment', name: 'x' } }),
      0,
    ],
    [
      'a copy of requests',
      foreign({ traffic: { mode: 'mirror', filter: null } }),
      0,
    ],
    ['one that has failed', foreign({}, { status: { phase: 'Failed' } }), 0],
    ['itself', [aSession(intent)], 0],
    [
      'the operator’s default of a key that begins like this one',
      foreign({ key: 'pr-12', traffic: byDefault }),
      0,
    ],
  ])('finds %s', (_, sessions, count) => {
    expect(conflictsWith(intent, sessions)).toHaveLength(count);
  });

  it.each([
    ['pr-12', 1],
    ['pr', 1],
    ['qa', 0],
  ])('finds the default filter of %s beside its own: %s', (key, count) => {
    const own = anIntent({ traffic: byDefault });
    const others = foreign({ key, traffic: byDefault });
    expect(conflictsWith(own, others)).toHaveLength(count);
  });

  it('finds none where no request is taken', () => {
    const none = anIntent({ traffic: { mode: 'none', filter: null } });
    expect(conflictsWith(none, foreign({}))).toEqual([]);
  });
});
