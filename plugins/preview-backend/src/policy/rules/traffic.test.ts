// SPDX-License-Identifier: Apache-2.0
import type {
  RequestFilter,
  TrafficMode,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PolicyInput } from '../Rule';
import { TRAFFIC_RULES } from './traffic';

const path: RequestFilter = { type: 'path', pattern: '^/cart' };
const header: RequestFilter = {
  type: 'header',
  name: 'x-preview-key',
  value: 'pr-12',
};

/** Codes and fields of every rule that says no. */
function objections(
  mode: TrafficMode,
  filter: RequestFilter | null,
  unfilteredMirror = true,
) {
  const input = {
    config: {
      routing: { headers: ['x-preview-key'] },
      policy: { filters: { allow: ['path', 'all-of'] } },
    },
    wish: { key: 'pr-1', labelMode: 'inherit', traffic: { mode, filter } },
    capabilities: {
      steal: true,
      mirror: true,
      unfilteredMirror,
      labelModes: ['inherit'],
      filters: ['header', 'path', 'all-of'],
      reasons: {},
    },
  } as unknown as PolicyInput;
  return TRAFFIC_RULES.flatMap(rule => {
    const said = rule.check(input);
    return said ? [[said.code, said.field]] : [];
  });
}

describe('which requests a preview gets', () => {
  it.each<[TrafficMode, RequestFilter | null, string[][]]>([
    ['steal', null, [['UnfilteredSteal', 'traffic.filter']]],
    ['steal', path, [['FilterWithoutKey', 'traffic.filter']]],
    ['steal', header, [['FilterWithoutKey', 'traffic.filter.value']]],
    ['steal', { ...header, value: 'a=pr-1' }, []],
    [
      'steal',
      { type: 'all-of', filters: [path, { ...header, value: 'pr-1' }] },
      [],
    ],
    ['mirror', null, []],
    ['mirror', path, []],
    ['none', null, []],
  ])('by %s and %j', (mode, filter, said) => {
    expect(objections(mode, filter)).toEqual(said);
  });

  it('are never those of others where not even copies of all are made', () => {
    expect(objections('mirror', null, false)).toEqual([
      ['UnfilteredSteal', 'traffic.filter'],
    ]);
    expect(objections('mirror', path, false)).toEqual([
      ['FilterWithoutKey', 'traffic.filter'],
    ]);
  });
});
