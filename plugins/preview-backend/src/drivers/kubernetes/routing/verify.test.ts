// SPDX-License-Identifier: Apache-2.0
import type { GatewayConfig } from '../../../config/types';
import type { ProbeAnswer } from './probe';
import { probeTarget } from './probeTarget';
import { judge } from './verify';

const gateway: GatewayConfig = {
  url: 'http://gateway.example.com:81',
  probePath: '/healthz',
  controllers: {},
  parents: [],
  allowUnprobed: false,
};
const KEYED = [{ name: 'x-preview-key', value: 'pr-1' }];
const route = (match: object, hostnames?: string[]) => ({
  hostnames,
  rules: [{ matches: [{ headers: KEYED, ...match }] }],
});

describe('judge', () => {
  const stable: ProbeAnswer = { status: 200, key: null };
  const preview: ProbeAnswer = { status: 200, key: 'pr-1' };
  const broken: ProbeAnswer = { error: 'refused' };
  it.each<[string, ProbeAnswer, ProbeAnswer, string]>([
    ['as it should be', stable, preview, 'verified'],
    [
      'not found without the key',
      { status: 404, key: null },
      preview,
      'verified',
    ],
    ['the preview without the key', preview, preview, 'leak'],
    [
      'another preview without the key',
      { status: 200, key: 'b' },
      preview,
      'leak',
    ],
    ['a leak, and nothing else works', preview, broken, 'leak'],
    ['the stable version with the key', stable, stable, 'failed'],
    [
      'another preview with the key',
      stable,
      { status: 200, key: 'pr-12' },
      'failed',
    ],
    ['no answer with the key', stable, broken, 'failed'],
    ['no answer without the key', broken, preview, 'failed'],
  ])('%s', (_, without, withKey, state) => {
    expect(
      judge({ key: 'pr-1', strict: false }, without, withKey, []).state,
    ).toBe(state);
  });
});

describe('judge, when nothing may be taken for granted', () => {
  it.each([
    [404, 'verified'],
    [200, 'verified'],
    [500, 'failed'],
    [503, 'failed'],
  ])('%d without the key', (status, state) => {
    const withKey = { status: 200, key: 'pr-1' };
    expect(
      judge({ key: 'pr-1', strict: true }, { status, key: null }, withKey, [])
        .state,
    ).toBe(state);
  });
});

describe('probeTarget', () => {
  it.each([
    [
      'below a prefix',
      route({ path: { type: 'PathPrefix', value: '/checkout' } }),
      '/checkout/healthz',
    ],
    [
      'at the root',
      route({ path: { type: 'PathPrefix', value: '/' } }),
      '/healthz',
    ],
    [
      'inside a prefix',
      route({ path: { type: 'PathPrefix', value: '/healthz' } }),
      '/healthz',
    ],
    ['at an exact path', route({ path: { type: 'Exact', value: '/a' } }), '/a'],
    ['without a path', route({}), '/healthz'],
  ])('%s', (_, spec, path) => {
    expect(probeTarget(gateway, [spec])).toMatchObject({
      url: new URL(path, gateway.url!),
      host: null,
    });
  });

  it('sends to the configured address only, under the host of the route', () => {
    expect(probeTarget(gateway, [route({}, ['shop.example.com'])])).toEqual({
      url: new URL('http://gateway.example.com:81/healthz'),
      host: 'shop.example.com',
      shown: 'http://shop.example.com/healthz',
    });
  });

  it.each([
    ['nothing is configured', { ...gateway, url: null }, [route({})]],
    ['no path is configured', { ...gateway, probePath: null }, [route({})]],
    ['only other methods', gateway, [route({ method: 'POST' })]],
    [
      'only other headers too',
      gateway,
      [route({ headers: [...KEYED, { name: 'v', value: '2' }] })],
    ],
    [
      'only patterns',
      gateway,
      [route({ path: { type: 'RegularExpression', value: '.*' } })],
    ],
    ['no route', gateway, []],
  ])('says why not: %s', (_, config, routes) => {
    expect(probeTarget(config, routes)).toEqual({
      reason: expect.stringMatching(/\.$/),
    });
  });
});
