// SPDX-License-Identifier: Apache-2.0
import { ANN } from '../testUtils/aPortal';
import { type AnnsPortal, annsPortal, wish } from '../testUtils/annsPortal';
import { ENGINES } from '../testUtils/databases';

jest.setTimeout(60_000);

describe.each(ENGINES)('a preflight of a key that exists, on %s', engine => {
  let house: AnnsPortal;

  beforeAll(async () => {
    house = await annsPortal(engine);
  });
  afterAll(() => house.portal.stop());

  /** What it says of the preview that the key has. */
  async function said(body: object, client = 'portal') {
    const { portal } = house;
    const answer = await portal
      .post(ANN, 'preflights', body)
      .set('Preview-Client', client);
    expect(answer.body.ok).toBe(true);
    const checks: { name: string; status: string; message: string }[] =
      answer.body.checks;
    const found = checks.find(({ name }) => name === 'exists');
    expect(found?.status ?? 'warning').toBe('warning');
    return found?.message;
  }

  it('is quiet about a new key', async () => {
    expect(await said(wish('a-1'))).toBeUndefined();
  });

  it('says that nothing, or what, would change', async () => {
    await house.start('b-1', { ttl: '1h' });
    expect(await said(wish('b-1'))).toBe(
      'b-1 runs already just so; a start changes nothing.',
    );
    expect(
      await said({ ...wish('b-1'), image: 'shop/checkout:y', ttl: '3h' }),
    ).toMatch(
      /^b-1 runs already; a start updates it: image shop\/checkout:feature-x → shop\/checkout:y, end in .* → in 3 hours\.$/,
    );
    expect(await said({ ...wish('b-1'), traffic: { mode: 'none' } })).toBe(
      'b-1 runs already; a start updates it: traffic.',
    );
  });

  it('says that a failed one is tried again', async () => {
    const image = 'shop/checkout:broken';
    house.portal.driver.outside(world => {
      world.fates[image] = {
        code: 'CrashLoop',
        message: 'It ends again and again.',
        evidence: [],
        fatal: true,
      };
    });
    await house.start('c-1', { image });
    expect(await said({ ...wish('c-1'), image })).toBe(
      'c-1 has failed; a start tries it again.',
    );
    const id = await house.start('c-2');
    const { portal } = house;
    await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    await portal.patch(ANN, `sessions/${id}`, { image });
    await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    expect(await said({ ...wish('c-2'), image })).toBe(
      'The last update of c-2 failed; a start tries it again.',
    );
  });

  it('says to automation that a person has stopped it', async () => {
    const id = await house.start('d-1');
    await house.portal.post(ANN, `sessions/${id}/stop`);
    await house.portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    expect(await said(wish('d-1'), 'action')).toBe(
      `d-1 was stopped by ${ANN}; a start leaves it so, unless a person resumes it.`,
    );
    expect(await said(wish('d-1'))).toBeUndefined();
  });
});
