// SPDX-License-Identifier: Apache-2.0
import { aRoute, aService } from '../../testUtils/objects';
import { attachesTo, type Policy } from './policyTargets';

const route = aRoute();
route.metadata.labels = { team: 'shop' };
const guarded = { kind: 'HTTPRoute', object: route };
const service = { kind: 'Service', object: aService() };

const policy = (spec: Policy['spec']): Policy => ({
  apiVersion: 'v1',
  kind: 'SecurityPolicy',
  metadata: { name: 'login' },
  spec,
});

describe('attachesTo', () => {
  it.each<[string, Policy['spec'], typeof guarded | typeof service, boolean]>([
    [
      'the route by name',
      { targetRef: { kind: 'HTTPRoute', name: 'checkout' } },
      guarded,
      true,
    ],
    [
      'one of several targets',
      {
        targetRefs: [
          { kind: 'Gateway', name: 'g' },
          { kind: 'HTTPRoute', name: 'checkout' },
        ],
      },
      guarded,
      true,
    ],
    [
      'another route',
      { targetRef: { kind: 'HTTPRoute', name: 'cart' } },
      guarded,
      false,
    ],
    [
      'a gateway, which covers previews as well',
      { targetRef: { kind: 'Gateway', name: 'checkout' } },
      guarded,
      false,
    ],
    [
      'by label',
      {
        targetSelectors: [{ kind: 'HTTPRoute', matchLabels: { team: 'shop' } }],
      },
      guarded,
      true,
    ],
    [
      'by another label',
      { targetSelectors: [{ kind: 'HTTPRoute', matchLabels: { team: 'x' } }] },
      guarded,
      false,
    ],
    [
      'the Service by name',
      { targetRef: { kind: 'Service', name: 'checkout' } },
      service,
      true,
    ],
    [
      'the Service by its host',
      { host: 'checkout.shop.svc.cluster.local' },
      service,
      true,
    ],
    ['another host', { host: 'cart' }, service, false],
    ['nothing named', undefined, service, false],
  ])('%s', (_, spec, object, expected) => {
    expect(attachesTo(policy(spec), object)).toBe(expected);
  });

  it('knows plugins that are named in an annotation', () => {
    const annotated = aRoute();
    annotated.metadata.annotations = { 'konghq.com/plugins': 'cors, login' };
    expect(
      attachesTo(policy({}), { kind: 'HTTPRoute', object: annotated }),
    ).toBe(true);
  });

  it('knows policies that select the pods behind the route', () => {
    const pod = aRoute();
    pod.metadata.labels = { app: 'checkout' };
    expect(
      attachesTo(policy({ selector: { matchLabels: { app: 'checkout' } } }), {
        kind: 'Pod',
        object: pod,
      }),
    ).toBe(true);
    expect(
      attachesTo(policy({ selector: {} }), { kind: 'Pod', object: pod }),
    ).toBe(false);
  });
});
