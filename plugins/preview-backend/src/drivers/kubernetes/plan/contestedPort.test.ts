// SPDX-License-Identifier: Apache-2.0
import { planCanary } from '../routing/gateway-api/canary';
import { renderOverlays } from '../routing/gateway-api/overlay';
import { noObjects } from '../state/views';
import {
  accepted,
  aGateway,
  anIntent,
  aRoute,
  aRule,
  aService,
  aWorkload,
} from '../testUtils/objects';
import { makePlan } from './plan';

describe('a port number that leads to two ports of the pod', () => {
  it('keeps routes from being attached', () => {
    const toAdmin = aRule({ backendRefs: [{ name: 'admin', port: 80 }] });
    const { routes, refusal } = makePlan(
      anIntent({ routed: true }),
      {
        objects: noObjects(),
        target: aWorkload(),
        services: [
          aService(),
          aService('admin', { ports: [{ port: 80, targetPort: 9000 }] }),
        ],
        routes: [accepted(), accepted(aRoute([toAdmin], { name: 'admin' }))],
      },
      0,
      {
        builders: { renderOverlays, planCanary },
        gateway: aGateway(),
        proven: new Set(),
      },
    );
    expect(routes).toEqual([]);
    expect(refusal).toMatchObject({
      code: 'RouteRejected',
      message: expect.stringContaining('give one of them another number'),
    });
  });
});
