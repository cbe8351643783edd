// SPDX-License-Identifier: Apache-2.0
import type { GatewayConfig } from '../../../config/types';
import { contentHash } from '../objects/content';
import { baseName, canaryName } from '../objects/names';
import { planCanary } from '../routing/gateway-api/canary';
import { renderOverlays } from '../routing/gateway-api/overlay';
import { noObjects, type RouteView } from '../state/views';
import {
  accepted,
  aGateway,
  anIntent,
  aService,
  aView,
  aWorkload,
  CONTROLLER,
} from '../testUtils/objects';
import { planRoutes } from './planRoutes';

const intent = anIntent({ handle: 'root', routed: true });
const base = baseName(intent.sessionId, intent.key);
const plan = (
  present: RouteView[],
  gateway: Partial<GatewayConfig> = {},
  proven: string[] = [],
) =>
  planRoutes({
    base,
    intent,
    facts: {
      objects: { ...noObjects(), routes: present },
      target: aWorkload(),
      services: [aService()],
      routes: [accepted()],
    },
    ports: [80],
    contested: [],
    present,
    ground: {
      builders: { renderOverlays, planCanary },
      gateway: aGateway(gateway),
      proven: new Set(proven),
    },
  });

const view = (name: string, spec: RouteView['spec']): RouteView => ({
  ...aView({ name, uid: name }),
  generation: 1,
  content: contentHash(spec),
  spec,
  parents: [],
});
const [overlay] = plan([]).overlays;
const attached = view(overlay.name, overlay.spec);
const tried = view(canaryName(base), { parentRefs: [{ name: 'gateway' }] });
const listeners = plan([]).canary!.listeners;

describe('planRoutes with a gateway in doubt', () => {
  it('writes a canary, and no overlay before it has passed', () => {
    const made = plan([]);
    expect(made.canary).not.toBeNull();
    expect(made.routes).toEqual([]);
    expect(made.overlays).toHaveLength(1);
  });

  it('keeps the canary while it is tried', () => {
    expect(plan([tried]).detach).toEqual([]);
  });

  it('writes the overlay and drops the canary when it has passed', () => {
    const made = plan([tried], {}, listeners);
    expect(made.canary).toBeNull();
    expect(made.routes).toMatchObject([{ overlay: { name: `${base}-0` } }]);
    expect(made.detach).toEqual([tried]);
  });

  it('leaves a session alone that is attached already', () => {
    const made = plan([attached]);
    expect([made.canary, made.routes, made.detach]).toEqual([null, [], []]);
  });

  it('tries nothing with a controller that is verified', () => {
    const made = plan([], { controllers: { [CONTROLLER]: 'verified' } });
    expect(made.canary).toBeNull();
    expect(made.routes).toHaveLength(1);
  });

  it('tries nothing where configuration goes without', () => {
    const made = plan([], { probePath: null, allowUnprobed: true });
    expect(made.canary).toBeNull();
    expect(made.routes).toHaveLength(1);
  });
});

describe.each<[string, Partial<GatewayConfig>, string]>([
  [
    'turned out as unsupported',
    { controllers: { [CONTROLLER]: 'unsupported' } },
    'RouteRejected',
  ],
  [
    'is in doubt and cannot be asked',
    { probePath: null },
    'ControllerUnverified',
  ],
])('planRoutes with a gateway that %s', (_, gateway, code) => {
  it('attaches nothing, and says why', () => {
    const made = plan([], gateway);
    expect(made.refusal?.code).toBe(code);
    expect([made.canary, made.routes, made.reachable]).toEqual([null, [], []]);
  });

  it('detaches what is attached', () => {
    expect(plan([attached, tried], gateway).detach).toEqual([attached, tried]);
  });
});
