// SPDX-License-Identifier: Apache-2.0
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import { refusalsOfIntent } from './supported';
import { anIntent } from './testUtils/objects';

const steal = (name: string, value: string): Partial<SessionIntent> => ({
  traffic: { mode: 'steal', filter: { type: 'header', name, value } },
});

describe('refusalsOfIntent', () => {
  it.each<[string, Partial<SessionIntent>, string]>([
    [
      'copies of requests',
      { traffic: { mode: 'mirror', filter: null } },
      'TrafficModeUnsupported',
    ],
    ['inherited labels', { labelMode: 'inherit' }, 'LabelModeUnsupported'],
    [
      'rollouts',
      { target: { kind: 'rollout', name: 'a' } },
      'TargetUnsupported',
    ],
    ['another header', steal('accept', 'pr-1'), 'FilterHeaderNotAllowed'],
    ['baggage', steal('baggage', 'preview=pr-1'), 'FilterHeaderNotAllowed'],
    [
      'a value without the key',
      steal('x-preview-key', 'all'),
      'FilterWithoutKey',
    ],
  ])('%s', (_, changes, code) => {
    const refusals = refusalsOfIntent(anIntent(changes), ['x-preview-key']);
    expect(refusals.map(each => each.code)).toEqual([code]);
  });

  it.each<[string, Partial<SessionIntent>]>([
    ['the default', {}],
    ['the key in an allowed header', steal('x-preview-key', 'team/pr-1')],
    ['no traffic', { traffic: { mode: 'none', filter: null } }],
  ])('lets %s pass', (_, changes) => {
    expect(refusalsOfIntent(anIntent(changes), ['x-preview-key'])).toEqual([]);
  });
});
