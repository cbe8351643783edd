// SPDX-License-Identifier: Apache-2.0
import type { GatewayConfig } from '../../../../config/types';
import { aRoute } from '../../testUtils/objects';
import type { HttpRoute, ParentRef } from './model';
import { trustOf } from './trust';

const gateway: GatewayConfig = {
  url: null,
  probePath: null,
  controllers: { good: 'verified', bad: 'unsupported' },
  parents: [],
  allowUnprobed: false,
};
const probed = { ...gateway, url: 'http://g', probePath: '/' };
const PARENT: ParentRef = { name: 'gateway' };

/** A route of the team about whose parent these controllers have spoken. */
const by = (...names: string[]): HttpRoute => ({
  ...aRoute(),
  status: {
    parents: names.map(controllerName => ({
      parentRef: { namespace: 'shop', name: 'gateway' },
      controllerName,
      conditions: [],
    })),
  },
});
const judge = (config: GatewayConfig, route: HttpRoute, parents = [PARENT]) =>
  trustOf(config, 'shop', {
    overlays: [{ name: 'pv', spec: { parentRefs: parents } }],
    beside: [route],
  });

describe('trustOf', () => {
  it.each<[string, GatewayConfig, HttpRoute, string | null, number]>([
    ['verified', gateway, by('good'), null, 0],
    ['unsupported', probed, by('good', 'bad'), 'RouteRejected', 0],
    ['unknown, but it can be asked', probed, by('new'), null, 1],
    ['unknown, and it cannot', gateway, by('new'), 'ControllerUnverified', 0],
    ['one known, one not', probed, by('good', 'new'), null, 1],
    ['nobody has said anything', gateway, by(), 'ControllerUnverified', 0],
    ['nobody has, but it can be asked', probed, by(), null, 1],
    [
      'unknown, and configuration allows it',
      { ...gateway, allowUnprobed: true },
      by('new'),
      null,
      0,
    ],
  ])('%s', (_, config, route, code, doubted) => {
    const trust = judge(config, route);
    expect(trust.refusal?.code ?? null).toBe(code);
    expect(trust.doubted).toHaveLength(doubted);
  });

  it('asks only about parents that the overlays have', () => {
    const elsewhere = judge(gateway, by('bad'), [{ name: 'other' }]);
    expect(elsewhere.refusal?.code).toBe('ControllerUnverified');
  });

  it('tells listeners apart, and joins what is the same', () => {
    const { carriers } = judge(probed, by('new'), [
      PARENT,
      { namespace: 'shop', name: 'gateway' },
      { name: 'gateway', sectionName: 'inner' },
      { name: 'gateway', port: 81 },
    ]);
    expect(carriers.map(({ controller }) => controller)).toEqual([
      'new',
      null,
      null,
    ]);
  });
});
