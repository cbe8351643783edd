// SPDX-License-Identifier: Apache-2.0
import { aRoute, STABLE_IMAGE } from '../fixtures/manifests';
import { builders, HTTP_ROUTES } from '../fixtures/product';
import { aTarget, available, started } from '../fixtures/sessions';
import { until } from '../fixtures/until';
import type { World } from '../fixtures/World';
import type { Protection } from './Protection';
import { Traffic } from './Traffic';

const IN_EACH = 1_000;
const IN_ALL = 10_000;
const KEYED = { 'x-preview-key': 'pr-1' };

/** Time passes by requests: so many more without a key are answered. */
async function after(traffic: Traffic, requests: number): Promise<void> {
  const enough = traffic.answered + requests;
  await until(
    `${requests} requests`,
    async () => traffic.answered >= enough || traffic.leaks.length > 0,
  );
  expect(traffic.leaks).toEqual([]);
}

/** From before a change until requests with the key show it, and longer. */
async function transition(
  traffic: Traffic,
  change: () => Promise<unknown>,
  image: string,
): Promise<void> {
  await after(traffic, IN_EACH / 2);
  await change();
  await until(
    `answers of ${image}`,
    () => traffic.ask(KEYED),
    answer => answer.image === image || traffic.leaks.length > 0,
  );
  await after(traffic, IN_EACH / 2);
}

/** A deployment tool deletes the team's route and makes it again: now ours is older. */
async function recreate(world: World): Promise<void> {
  const [overlay] = await world.ours(HTTP_ROUTES);
  await until('a younger route of the team', async () => {
    await world.deeds.remove(HTTP_ROUTES, 'checkout');
    const made = await world.create(aRoute());
    return (
      made.metadata.creationTimestamp! > overlay.metadata.creationTimestamp
    );
  });
}

export const HEADERLESS: Protection = {
  name: `none of ${IN_ALL} requests without the key reaches a preview`,
  async prove(world) {
    await aTarget(world);
    const url = `${world.server.gateway.url}/checkout`;
    await until(
      'the stable version',
      async () => (await fetch(url)).status === 200,
    );
    const traffic = new Traffic(url, STABLE_IMAGE);
    try {
      const intent = await started(world);
      await available(world, intent);
      const attached = { ...intent, routed: true };
      // Without the key in its matches it would win only by age, so it gets older.
      const attach = async () => {
        await world.driver.apply(attached);
        await recreate(world);
      };
      await transition(traffic, attach, 'shop/checkout:feature-x');
      const second = { number: 2, image: 'shop/checkout:feature-y' };
      const both = { ...attached, revisions: [...attached.revisions, second] };
      await world.driver.apply(both);
      await available(world, both);
      await transition(
        traffic,
        () =>
          world.settle(
            { ...both, serving: 2 },
            'the switch',
            ({ serving }) => serving === 2,
          ),
        'shop/checkout:feature-y',
      );
      await transition(traffic, () => world.driver.remove(both), STABLE_IMAGE);
      while (traffic.answered < IN_ALL) {
        await after(traffic, IN_EACH / 2);
      }
      expect(traffic.answered).toBeGreaterThanOrEqual(IN_ALL);
    } finally {
      await traffic.stop();
    }
    expect(traffic.leaks).toEqual([]);
  },
  twin: {
    name: 'header match dropped',
    harm: /leak/,
    builders: {
      renderOverlays(input) {
        const rendered = builders.renderOverlays(input);
        return {
          ...rendered,
          overlays: rendered.overlays.map(({ name, spec }) => ({
            name,
            spec: {
              ...spec,
              rules: spec.rules?.map(rule => ({
                ...rule,
                matches: rule.matches?.map(({ headers: _, ...match }) => match),
              })),
            },
          })),
        };
      },
    },
  },
};
