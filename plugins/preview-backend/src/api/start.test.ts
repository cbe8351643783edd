// SPDX-License-Identifier: Apache-2.0
import { ANN, aPortal, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

const wish = {
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key: 'pr-1',
};

describe.each(ENGINES)('a start on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine));
  });
  afterAll(() => portal.stop());

  it('creates a session and brings it up', async () => {
    const { status, body } = await portal.post(ANN, 'sessions', wish);
    expect(body).toMatchObject({ outcome: 'created' });
    expect(status).toBe(201);
    const { id } = body.session;
    const waited = await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    expect(waited.body).toMatchObject({
      done: true,
      session: { id, phase: 'ready' },
    });
  });
});
