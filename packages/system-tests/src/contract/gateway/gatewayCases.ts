// SPDX-License-Identifier: Apache-2.0
import type { Server } from 'node:http';
import { KubernetesObject } from '@kubernetes/client-node';
import type { TestServer } from '../../fixtures/TestServer';
import { until } from '../../fixtures/until';
import { aPod, bodyOf } from './pods';
import { TestWorld } from './world';

interface Condition {
  type: string;
  status: string;
  reason: string;
  observedGeneration: number;
}

interface Route extends KubernetesObject {
  status?: { parents?: { conditions: Condition[] }[] };
}

interface Gateway extends KubernetesObject {
  status?: {
    addresses?: { value: string }[];
    conditions?: Condition[];
    listeners?: { attachedRoutes: number }[];
  };
}

const says = (
  object: KubernetesObject,
  conditions: Condition[] | undefined,
  type: string,
  reason: string,
) =>
  (conditions ?? []).some(
    condition =>
      condition.type === type &&
      condition.reason === reason &&
      condition.observedGeneration === object.metadata!.generation,
  );

const routeSays = (type: string, reason: string) => (route: Route) =>
  says(route, route.status?.parents?.[0]?.conditions, type, reason);

/** What the gateway must do on every server, as an account with just the rules it asks for. */
export function gatewayCases(start: () => Promise<TestServer>): void {
  let server: TestServer;
  let gateway: TestServer['gateway'];
  let world: TestWorld;
  const pods: Server[] = [];

  async function pod(body: string): Promise<number> {
    const started = await aPod(body);
    pods.push(started.server);
    return started.port;
  }

  async function service(name: string): Promise<void> {
    await world.service(name);
    await world.publish(name, await pod(name));
  }

  function route(name: string, rule: object, parent: object = {}) {
    return world.create({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name, namespace: world.namespace },
      spec: { parentRefs: [{ name: 'edge', ...parent }], rules: [rule] },
    });
  }

  const to = (name: string) => ({ backendRefs: [{ name, port: 80 }] });
  const at = (value: string, headers: object[] = []) => ({
    matches: [{ path: { type: 'PathPrefix', value }, headers }],
  });
  const untilRoute = (name: string, type: string, reason: string) =>
    world.until<Route>('httproutes', name, routeSays(type, reason));
  const untilAttached = (routes: number) =>
    world.until<Gateway>(
      'gateways',
      'edge',
      ({ status }) => status?.listeners?.[0].attachedRoutes === routes,
    );
  /** Its status does not tell that a gateway knows the endpoints of a route. */
  const untilAnswered = (path: string, answer: string) =>
    until(
      `${path} to answer ${answer}`,
      () => bodyOf(`${gateway.url}${path}`),
      seen => seen === answer,
    );

  beforeAll(async () => {
    server = await start();
    gateway = server.gateway;
    world = await TestWorld.create(server);
    await world.create({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'edge', namespace: world.namespace },
      spec: {
        gatewayClassName: server.gatewayClass,
        listeners: [
          { name: 'http', port: server.listenerPort, protocol: 'HTTP' },
        ],
      },
    });
  });

  afterAll(async () => {
    await world?.remove();
    await server?.stop();
    for (const each of pods) {
      each.closeAllConnections();
      each.close();
    }
  });

  it('claims its class and reports a Gateway with its attached routes', async () => {
    await service('plain');
    await route('plain', { ...at('/plain'), ...to('plain') });
    await world.until<Gateway>('gatewayclasses', server.gatewayClass, object =>
      says(object, object.status?.conditions, 'Accepted', 'Accepted'),
    );
    const edge = await world.until<Gateway>(
      'gateways',
      'edge',
      object =>
        says(object, object.status?.conditions, 'Programmed', 'Programmed') &&
        object.status!.listeners![0].attachedRoutes === 1,
    );
    expect(edge.status!.addresses).toMatchObject([{ value: '127.0.0.1' }]);
    await untilRoute('plain', 'Accepted', 'Accepted');
    await untilAnswered('/plain/a', '200 plain');
    expect(await bodyOf(`${gateway.url}/plainer`)).toContain('404');
  });

  it('says why a route leads nowhere, until it is mended', async () => {
    await route('late', { ...at('/late'), ...to('late') });
    await untilRoute('late', 'ResolvedRefs', 'BackendNotFound');
    expect(await bodyOf(`${gateway.url}/late`)).toContain('500');
    await world.service('late');
    await untilRoute('late', 'ResolvedRefs', 'ResolvedRefs');
    expect(await bodyOf(`${gateway.url}/late`)).toContain('503');
  });

  it('says why a route is not taken', async () => {
    const elsewhere = {
      backendRefs: [{ name: 'kubernetes', namespace: 'default', port: 443 }],
    };
    await route('no-grant', elsewhere);
    await route('no-section', to('plain'), { sectionName: 'nowhere' });
    const noGrant = await untilRoute(
      'no-grant',
      'ResolvedRefs',
      'RefNotPermitted',
    );
    expect(JSON.stringify(noGrant.status)).toContain('no ReferenceGrant');
    const noSection = await untilRoute(
      'no-section',
      'Accepted',
      'NoMatchingParent',
    );
    expect(JSON.stringify(noSection.status)).toContain('no listener');
  });

  it('lets a header take what carries it, and nothing else', async () => {
    await service('stable');
    await service('preview');
    await route('stable', { ...at('/shop'), ...to('stable') });
    await untilRoute('stable', 'Accepted', 'Accepted');
    await untilAnswered('/shop', '200 stable');
    const overlay = await route('overlay', {
      ...at('/shop', [{ name: 'x-preview-key', value: 'pr-1' }]),
      ...to('preview'),
    });
    await untilRoute('overlay', 'Accepted', 'Accepted');
    // Else the number after its end could be the one from before it.
    await untilAttached(5);
    const shop = (headers?: Record<string, string>) =>
      bodyOf(`${gateway.url}/shop`, headers);
    expect(await shop({ 'x-preview-key': 'pr-1' })).toBe('200 preview');
    expect(await shop({ 'x-preview-key': 'pr-12' })).toBe('200 stable');
    expect(await shop()).toBe('200 stable');
    await world.delete(overlay);
    await untilAttached(4);
    expect(await shop({ 'x-preview-key': 'pr-1' })).toBe('200 stable');
    expect(gateway.requests.get(`${world.namespace}/preview`)).toBe(1);
  });

  it('fails no request while endpoints are replaced and the old pod goes', async () => {
    const old = await aPod('old');
    await world.service('moving');
    await world.publish('moving', old.port);
    await route('moving', { ...at('/moving'), ...to('moving') });
    await untilRoute('moving', 'Accepted', 'Accepted');
    await untilAnswered('/moving', '200 old');
    const url = `${gateway.url}/moving`;
    const seen = new Map<string, number>();
    let done = false;
    const client = async () => {
      while (!done) {
        const answer = await bodyOf(url);
        seen.set(answer, (seen.get(answer) ?? 0) + 1);
      }
    };
    const clients = [client(), client(), client(), client()];
    while (!seen.has('200 old')) await new Promise(setImmediate);
    await world.publish('moving', await pod('new'));
    old.server.closeAllConnections();
    old.server.close();
    while ((seen.get('200 new') ?? 0) < 100) await new Promise(setImmediate);
    done = true;
    await Promise.all(clients);
    expect([...seen.keys()].sort()).toEqual(['200 new', '200 old']);
  });

  it('writes no status when only endpoints change', async () => {
    const before = await untilRoute('moving', 'ResolvedRefs', 'ResolvedRefs');
    await world.publish('moving', await pod('newest'));
    await untilAnswered('/moving', '200 newest');
    const after = await untilRoute('moving', 'ResolvedRefs', 'ResolvedRefs');
    expect(after.metadata!.resourceVersion).toBe(
      before.metadata!.resourceVersion,
    );
  });
}
