// SPDX-License-Identifier: Apache-2.0
import { ANN, aPortal } from './aPortal';
import { type Engine, freshDatabase } from './databases';
import { faultsOf } from './matchesSchema';

/** What Ann asks for when she starts a preview of `checkout`. */
export const wish = (key: string) => ({
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key,
});

export type AnnsPortal = Awaited<ReturnType<typeof annsPortal>>;

/** A portal in which Ann starts as much and as briefly as she likes. */
export async function annsPortal(engine: Engine) {
  const portal = await aPortal(await freshDatabase(engine), {
    preview: {
      policy: { ttl: { min: '1s' }, quotas: { perUser: 100, perOwner: 100 } },
      links: [{ title: 'Logs', url: 'https://logs/?q={{ key }}%20{{pod}}' }],
    },
  });

  /** Starts a preview; answers its id when it is ready. */
  async function start(key: string, over: object = {}): Promise<string> {
    const { body } = await portal.post(ANN, 'sessions', {
      ...wish(key),
      ...over,
    });
    expect(body.outcome).toBe('created');
    await portal.get(ANN, `sessions/${body.session.id}/wait?for=ready`);
    return body.session.id;
  }

  /** What was recorded of it, the oldest first. */
  async function actions(id: string): Promise<string[]> {
    const { body } = await portal.get(ANN, `audit/events?session=${id}`);
    expect(faultsOf('AuditPage', body)).toEqual([]);
    return body.items
      .map((event: { action: string }) => event.action)
      .reverse();
  }

  return { portal, start, actions };
}
