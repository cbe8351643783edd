// SPDX-License-Identifier: Apache-2.0
import { ANN, BOB, EVE } from '../testUtils/aPortal';
import { type AnnsPortal, annsPortal, wish } from '../testUtils/annsPortal';
import { ENGINES } from '../testUtils/databases';

jest.setTimeout(60_000);

describe.each(ENGINES)('changes that cannot be, on %s', engine => {
  let house: AnnsPortal;
  let path: string;

  beforeAll(async () => {
    house = await annsPortal(engine);
    path = `sessions/${await house.start('a-1')}`;
  });
  afterAll(() => house.portal.stop());

  const change = (who: string, body: object) =>
    house.portal.patch(who, path, body);

  it('says what can be changed, to those who may', async () => {
    const { body, status } = await change(ANN, { reason: 'hi' });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      code: 'InvalidRequest',
      hint: expect.stringMatching(
        /: image, ttl, expiresAt, extendBy, pinned\./,
      ),
    });
    const other = await change(BOB, { reason: 'hi' });
    expect(other.status).toBe(403);
    expect(other.body.error.code).toBe('NotEntityOwner');
  });

  it.each([
    ['ttl', '73h'],
    ['ttl', '999999999w'],
    ['expiresAt', '9999-12-31T00:00:00Z'],
    ['expiresAt', '2999-12-31T00:00:00Z'],
  ])('names the limit that %s %s is beyond', async (field, value) => {
    const expected = {
      code: 'TtlTooLong',
      field,
      message: 'The end lies at most 3 days ahead.',
    };
    const changed = await change(ANN, { [field]: value });
    expect(changed.body.error).toMatchObject(expected);
    const started = await house.portal.post(ANN, 'sessions', {
      ...wish('b-1'),
      [field]: value,
    });
    expect(started.body.error).toMatchObject(expected);
  });

  it('does not blame the limit of lives for a moment in the past', async () => {
    const { body } = await change(ANN, { expiresAt: '2001-01-01T00:00:00Z' });
    expect(body.error).toMatchObject({
      code: 'InvalidTime',
      message: 'The moment lies in the past.',
      hint: expect.stringMatching(/^Name a later one; it is /),
    });
  });

  it('extends nothing that has no end, whoever asks', async () => {
    await change(EVE, { pinned: true });
    for (const who of [ANN, EVE]) {
      const { body, status } = await change(who, { extendBy: '1h' });
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        field: 'extendBy',
        message: 'A pinned preview has no end that could be extended.',
        hint: 'Give it one with ttl or expiresAt.',
      });
    }
    const given = await change(ANN, { ttl: '1h' });
    expect(given.body.session.pinned).toBe(false);
  });
});
