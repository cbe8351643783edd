// SPDX-License-Identifier: Apache-2.0
import type { Cluster } from '../cluster/Cluster';
import { planCanary } from '../routing/gateway-api/canary';
import { renderOverlays } from '../routing/gateway-api/overlay';
import { makePlan } from '../plan/plan';
import { builders } from '../builders';
import { noObjects } from '../state/views';
import {
  aGateway,
  anIntent,
  aRoute,
  aService,
  aWorkload,
} from '../testUtils/objects';
import { checkRouting } from './routing';

describe('checkRouting', () => {
  it('says of a service that only a GRPCRoute leads to', async () => {
    const intent = anIntent({ routed: true });
    const gateway = aGateway();
    const facts = {
      objects: noObjects(),
      target: aWorkload(),
      services: [aService()],
      routes: [],
    };
    const plan = makePlan(intent, facts, 0, {
      builders: { renderOverlays, planCanary },
      gateway,
      proven: new Set(),
    });
    const grpc = { ...aRoute(undefined, { name: 'rpc' }), kind: 'GRPCRoute' };
    const cluster = {
      config: { gateway },
      reader: { team: async () => [grpc] },
    } as unknown as Cluster;
    const checks = await checkRouting({
      ...{ cluster, intent, facts, plan, builders },
      now: 0,
      routing: { headers: ['x-preview-key'], policyKinds: [] },
    });
    expect(checks).toMatchObject([
      {
        name: 'route',
        status: 'failed',
        code: 'RouteRejected',
        message:
          'Only GRPCRoutes lead to the service (rpc); they cannot be previewed yet.',
      },
    ]);
  });
});
