// SPDX-License-Identifier: Apache-2.0
import { aDeployment, aRoute, aService } from '../../fixtures/manifests';
import { HTTP_ROUTES, SERVICES } from '../../fixtures/product';
import { aTarget, routed, started } from '../../fixtures/sessions';
import { until } from '../../fixtures/until';
import type { ContractCase } from '../ContractCase';

export const ROUTES: ContractCase[] = [
  {
    name: 'stands beside the team’s route and never touches it',
    needs: [],
    async run(world) {
      await aTarget(world);
      // The gateway's last word about the route is part of the object.
      await until('a good status', async () => {
        const route = (await world.get(HTTP_ROUTES, 'checkout')) as any;
        return route.status?.parents?.[0]?.conditions.every(
          ({ status }: any) => status === 'True',
        );
      });
      const before = await world.get(HTTP_ROUTES, 'checkout');
      const intent = await routed(world);
      const [overlay] = await world.ours(HTTP_ROUTES);
      expect(overlay.spec.rules[0]).toMatchObject({
        matches: [
          {
            path: { type: 'PathPrefix', value: '/checkout' },
            headers: [{ type: 'Exact', name: 'x-preview-key', value: 'pr-1' }],
          },
        ],
        backendRefs: [{ name: expect.stringMatching(/^pv-pr-1-/), port: 80 }],
      });
      expect(await world.get(HTTP_ROUTES, 'checkout')).toEqual(before);
      expect((await world.driver.observe(intent)).access.curl).toContain(
        'x-preview-key: pr-1',
      );
    },
  },
  {
    name: 'follows the team’s route when it changes, and detaches when it goes',
    needs: [],
    async run(world) {
      await aTarget(world);
      const intent = await routed(world);
      await world.deeds.change(HTTP_ROUTES, 'checkout', object => {
        object.spec.rules[0].matches[0].path.value = '/shop';
      });
      await world.settle(
        intent,
        'the new path',
        ({ access, inSync }) => inSync && access.url!.endsWith('/shop'),
      );
      await world.deeds.remove(HTTP_ROUTES, 'checkout');
      const seen = await world.settle(
        intent,
        'no route',
        ({ route, inSync }) => inSync && route.state === 'rejected',
      );
      expect(seen.route.problem?.code).toBe('NoRoute');
      expect(await world.ours(HTTP_ROUTES)).toEqual([]);
    },
  },
  {
    name: 'repairs an overlay that somebody has changed',
    needs: [],
    async run(world) {
      await aTarget(world);
      const intent = await routed(world);
      const [overlay] = await world.ours(HTTP_ROUTES);
      await world.deeds.change(HTTP_ROUTES, overlay.metadata.name, object => {
        delete object.spec.rules[0].matches[0].headers;
      });
      await until(
        'drift',
        async () => !(await world.driver.observe(intent)).inSync,
      );
      await world.settle(intent, 'being in sync', seen => seen.inSync);
      const [mended] = await world.ours(HTTP_ROUTES);
      expect(mended.spec).toEqual(overlay.spec);
    },
  },
  {
    name: 'says why there is nothing to attach to',
    needs: [],
    async run(world) {
      await world.create(aDeployment());
      await world.create(aService());
      await world.create(
        aRoute(object => {
          object.metadata.name = 'mesh';
          object.spec.parentRefs = [
            { group: '', kind: 'Service', name: 'checkout' },
          ];
        }),
      );
      const { checks } = await until(
        'the check that fails',
        () => world.driver.preflight(world.intent()),
        report => report.checks.some(({ code }) => code === 'RouteRejected'),
      );
      expect(checks.find(({ code }) => code)?.message).toContain('mesh');
      const intent = { ...(await started(world)), routed: true };
      const { route } = await world.driver.apply(intent);
      expect(route).toMatchObject({
        state: 'rejected',
        problem: { code: 'RouteRejected' },
      });
      expect(await world.ours(HTTP_ROUTES)).toEqual([]);
    },
  },
  {
    name: 'tells what the gateway has against a route',
    needs: [],
    async run(world) {
      await world.create(aDeployment());
      await world.create(aService());
      await world.create(
        aRoute(object => {
          object.spec.parentRefs = [{ name: 'shop', sectionName: 'nowhere' }];
        }),
      );
      const intent = { ...(await started(world)), routed: true };
      const { route } = await world.settle(
        intent,
        'a refusal',
        seen => seen.route.state === 'rejected',
      );
      expect(route.problem).toMatchObject({
        code: 'RouteRejected',
        evidence: [{ text: expect.stringContaining('Accepted=False') }],
      });
    },
  },
  {
    name: 'sends requests with the key, and no others, to the preview',
    needs: ['running-pods'],
    async run(world) {
      await aTarget(world);
      const one = await routed(world, { key: 'pr-1' });
      const other = await routed(world, {
        key: 'pr-12',
        revisions: [{ number: 1, image: 'shop/checkout:other' }],
      });
      const { state, evidence } = await until(
        'a good answer',
        () => world.driver.verify(one),
        answer => answer.state !== 'failed',
      );
      expect({ state, evidence }).toMatchObject({ state: 'verified' });
      expect(evidence).toHaveLength(2);
      await until(
        'the other one',
        () => world.driver.verify(other),
        answer => answer.state === 'verified',
      );
      const ask = async (headers: Record<string, string>) => {
        const answer = await fetch(`${world.server.gateway.url}/checkout`, {
          headers,
        });
        return [
          answer.headers.get('x-preview-key'),
          answer.headers.get('cache-control'),
          await answer.text(),
        ];
      };
      expect(await ask({ 'x-preview-key': 'pr-1' })).toEqual([
        'pr-1',
        'private, no-store',
        expect.stringContaining('feature-x'),
      ]);
      expect(await ask({ 'x-preview-key': 'pr-12' })).toEqual([
        'pr-12',
        'private, no-store',
        expect.stringContaining('other'),
      ]);
      for (const key of ['', 'pr', 'pr-13', 'PR-1', 'pr-1,pr-12']) {
        const [marked] = await ask(key ? { 'x-preview-key': key } : {});
        expect(marked).toBeNull();
      }
    },
  },
  {
    name: 'a slower writer does not move the traffic back',
    needs: [],
    async run(world) {
      await aTarget(world);
      await started(world);
      const [{ metadata, spec }] = await world.ours(SERVICES);
      const { name, namespace } = metadata;
      const stale = {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name, namespace, resourceVersion: '1' },
        spec,
      };
      await expect(world.admin.apply(SERVICES, stale)).rejects.toMatchObject({
        status: { code: 409 },
      });
    },
  },
];
