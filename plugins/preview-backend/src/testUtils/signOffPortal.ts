// SPDX-License-Identifier: Apache-2.0
import { ANN, aPortal, CI, type PortalOptions } from './aPortal';
import { type Engine, freshDatabase } from './databases';

/** What is signed off in tests. */
export const SIGNED_IMAGE = 'shop/checkout:feature-x';

/** A portal whose CI may do everything that a service may. */
export async function signOffPortal(
  engine: Engine,
  options: Pick<PortalOptions, 'permissions'> = {},
) {
  const portal = await aPortal(await freshDatabase(engine), {
    ...options,
    preview: {
      policy: { ttl: { min: '1s' }, quotas: { perUser: 100, perOwner: 100 } },
      access: {
        admins: ['group:default/platform'],
        subjects: [
          {
            subject: CI,
            entities: ['*'],
            namespaces: ['*'],
            clusters: ['*'],
            actions: ['read', 'start', 'update', 'extend', 'stop', 'logs'],
          },
        ],
      },
    },
  });
  return {
    ...portal,

    /** Starts or updates a preview of checkout and waits until it is ready. */
    async aReady(key: string, image = SIGNED_IMAGE): Promise<string> {
      const { body } = await portal.post(ANN, 'sessions', {
        entityRef: 'component:default/checkout',
        image,
        key,
      });
      const { id } = body.session;
      await portal.get(ANN, `sessions/${id}/wait?for=ready`);
      return id;
    },

    say: (who: string, id: string, body: object) =>
      portal.post(who, `sessions/${id}/sign-offs`, body),
  };
}
