// SPDX-License-Identifier: Apache-2.0
import { aBackend, type RunningBackend } from '../backend/aBackend';
import { aShop } from '../backend/aShop';
import { PEOPLE } from '../backend/catalog';
import { emptyDatabase } from '../backend/product';
import { aMirrordShop, NAMESPACE } from '../mirrord/aMirrordShop';

/** A portal with one service, for the story of a preview. */
export interface StoryWorld {
  backend: RunningBackend;
  /** Who owns the service. */
  person: string;
  service: string;
  namespace: string;
  /** Where the service answers. */
  url: string;
  stop(): Promise<void>;
}

/** One world for each driver. */
export const WORLDS: Record<string, () => Promise<StoryWorld>> = {
  async kubernetes() {
    const shop = await aShop();
    const backend = await aBackend(await emptyDatabase('SQLITE_3'), shop);
    return {
      backend,
      person: PEOPLE.checkout,
      service: 'checkout',
      namespace: 'shop',
      url: `${shop.gateway.url}/checkout`,
      async stop() {
        await backend.stop();
        await shop.stop();
      },
    };
  },
  async mirrord() {
    const shop = await aMirrordShop();
    const url = `${shop.gateway.url}/payments`;
    const backend = await aBackend(await emptyDatabase('SQLITE_3'), shop, {
      clusters: [
        {
          name: 'demo-mirrord',
          kubeconfig: { file: shop.kubeconfig, context: 'portal-mirrord' },
          namespaces: [NAMESPACE],
          driver: 'mirrord',
          gateway: { url },
        },
      ],
    });
    return {
      backend,
      person: PEOPLE.checkout,
      service: 'payments',
      namespace: NAMESPACE,
      url,
      async stop() {
        await backend.stop();
        await shop.stop();
      },
    };
  },
};
