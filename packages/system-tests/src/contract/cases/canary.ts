// SPDX-License-Identifier: Apache-2.0
import { aDeployment, aRoute, aService } from '../../fixtures/manifests';
import { HTTP_ROUTES } from '../../fixtures/product';
import { aTarget, available, routed, started } from '../../fixtures/sessions';
import { until } from '../../fixtures/until';
import type { World } from '../../fixtures/World';
import type { ContractCase } from '../ContractCase';

const ROUTE_WRITES = [
  'patch httproutes.gateway.networking.k8s.io',
  'delete httproutes.gateway.networking.k8s.io',
];

/** How often the portal has applied and deleted routes meanwhile. */
async function routeWrites(
  world: World,
  what: () => Promise<unknown>,
): Promise<number[] | null> {
  const { counters } = world.server;
  counters?.reset();
  await what();
  const counts = counters?.of('preview-portal');
  return counts ? ROUTE_WRITES.map(name => counts[name] ?? 0) : null;
}

export const CANARY: ContractCase[] = [
  {
    name: 'tries a gateway in doubt on a path of its own, once, before the first route',
    needs: ['running-pods'],
    options: { gateway: 'unverified' },
    async run(world) {
      await aTarget(world);
      const intent = await started(world);
      await available(world, intent);
      const attached = { ...intent, routed: true };
      expect(
        await routeWrites(world, async () => {
          const { route } = await world.driver.apply(attached);
          expect(route.state).toBe('pending');
          const [canary, ...others] = await world.ours(HTTP_ROUTES);
          expect(others).toEqual([]);
          const [{ path, headers }] = canary.spec.rules[0].matches;
          expect(path.type).toBe('Exact');
          expect(path.value).toMatch(/^\/\.preview-canary-[0-9a-f]{32}$/);
          expect(headers).toHaveLength(1);
          await world.settle(
            attached,
            'an attached route',
            seen => seen.inSync && seen.route.state === 'attached',
          );
        }),
      ).toEqual([2, 1]);
      expect(await world.ours(HTTP_ROUTES)).toMatchObject([
        { spec: { rules: [{ matches: [{ path: { value: '/checkout' } }] }] } },
      ]);
      expect(
        await routeWrites(world, () => routed(world, { key: 'pr-2' })),
      ).toEqual([1, 0]);
    },
  },
  {
    name: 'asks for the right to write routes also before the canary',
    needs: [],
    options: { gateway: 'unverified' },
    async run(world) {
      await aTarget(world);
      await world.forbid('httproutes', 'patch');
      const { checks } = await until(
        'a refusal',
        () => world.driver.preflight(world.intent()),
        report => report.checks.some(({ code }) => code === 'Forbidden'),
      );
      expect(checks.filter(({ code }) => code)).toMatchObject([
        { name: 'route' },
      ]);
    },
  },
  {
    name: 'attaches nothing to a gateway that is in doubt and cannot be asked',
    needs: [],
    options: { gateway: 'unverified', probePath: null },
    run: world => refused(world, 'ControllerUnverified'),
  },
  {
    name: 'attaches nothing to a gateway that is known not to keep requests apart',
    needs: [],
    options: { gateway: 'unsupported' },
    run: world => refused(world, 'RouteRejected'),
  },
];

async function refused(world: World, code: string): Promise<void> {
  await world.create(aDeployment());
  await world.create(aService());
  await world.create(aRoute());
  const { checks } = await until(
    'a refusal',
    () => world.driver.preflight(world.intent()),
    report => report.checks.some(each => each.code === code),
  );
  expect(checks.filter(each => each.code)).toMatchObject([{ name: 'gateway' }]);
  const intent = { ...(await started(world)), routed: true };
  const { route } = await world.driver.apply(intent);
  expect(route).toMatchObject({ state: 'rejected', problem: { code } });
  expect(await world.ours(HTTP_ROUTES)).toEqual([]);
}
