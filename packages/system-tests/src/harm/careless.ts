// SPDX-License-Identifier: Apache-2.0
import { STABLE_IMAGE } from '../fixtures/manifests';
import { HTTP_ROUTES } from '../fixtures/product';
import { aTarget, available, started } from '../fixtures/sessions';
import { until } from '../fixtures/until';
import type { Protection } from './Protection';
import { Traffic } from './Traffic';

const IN_ALL = 2_000;

/** For a server whose gateway takes header matches and ignores them. */
export const CARELESS: Protection = {
  name: 'a gateway that ignores the key gets no preview',
  options: { gateway: 'unverified' },
  async prove(world) {
    await aTarget(world);
    const url = `${world.server.gateway.url}/checkout`;
    await until(
      'the stable version',
      async () => (await fetch(url)).status === 200,
    );
    const intent = await started(world);
    await available(world, intent);
    const traffic = new Traffic(url, STABLE_IMAGE);
    try {
      const attached = { ...intent, routed: true };
      const { route } = await until(
        'a verdict on the gateway',
        () => world.driver.apply(attached),
        seen => seen.route.state !== 'pending' || traffic.leaks.length > 0,
      );
      await until(
        `${IN_ALL} requests`,
        async () => traffic.answered >= IN_ALL || traffic.leaks.length > 0,
      );
      expect(traffic.leaks).toEqual([]);
      expect(route).toMatchObject({
        state: 'rejected',
        problem: { code: 'RouteLeak', fatal: true },
      });
      expect(await world.ours(HTTP_ROUTES)).toEqual([]);
    } finally {
      await traffic.stop();
    }
    expect(traffic.leaks).toEqual([]);
  },
  twin: {
    name: 'attached without a canary',
    harm: /leak/,
    builders: { planCanary: () => null },
  },
};
