// SPDX-License-Identifier: Apache-2.0
import { ANN, aPortal, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

describe.each(ENGINES)('the shortest life, on %s', engine => {
  let portal: Portal;
  let id: string;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), {
      preview: { policy: { ttl: { min: '5m' } } },
    });
  });
  afterAll(() => portal.stop());

  it('is long enough for a start, however long that takes', async () => {
    const { status, body } = await portal.post(ANN, 'sessions', {
      entityRef: 'component:default/checkout',
      image: 'shop/checkout:feature-x',
      key: 'pr-1',
      ttl: '5m',
    });
    expect([status, body.outcome]).toEqual([201, 'created']);
    id = body.session.id;
    await portal.get(ANN, `sessions/${id}/wait?for=ready`);
  });

  it('is long enough for a change', async () => {
    const { status, body } = await portal.patch(ANN, `sessions/${id}`, {
      ttl: '5m',
    });
    expect([status, body.ttlSeconds]).toEqual([200, 300]);
  });

  it('is long enough for a change with another image', async () => {
    const { status } = await portal.patch(ANN, `sessions/${id}`, {
      ttl: '5m',
      image: 'shop/checkout:y',
    });
    expect(status).toBe(200);
  });

  it('is long enough for a restart', async () => {
    const { status } = await portal.post(ANN, `sessions/${id}/restart`, {
      ttl: '5m',
    });
    expect(status).toBe(200);
  });

  it('is not a moment shorter', async () => {
    const { status, body } = await portal.patch(ANN, `sessions/${id}`, {
      ttl: 'PT4M59.999S',
    });
    expect([status, body.error.code]).toEqual([422, 'TtlTooShort']);
  });
});
