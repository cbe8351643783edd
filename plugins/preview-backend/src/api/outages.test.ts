// SPDX-License-Identifier: Apache-2.0
import { ANN, aPortal, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { denied } from '../testUtils/denied';

jest.setTimeout(60_000);

const wish = (key: string) => ({
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key,
});
/** As the client of the catalog says it. */
const reset = () =>
  Object.assign(
    new Error(
      'request to http://127.0.0.1:7007/api/catalog/s3cr3t failed, reason: socket hang up',
    ),
    { name: 'FetchError', code: 'ECONNRESET' },
  );

describe.each(ENGINES)('a catalog that does not answer, on %s', engine => {
  let portal: Portal;
  let failing = 0;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), {
      catalog: catalog => {
        const read = catalog.getEntityByRef.bind(catalog);
        return {
          async getEntityByRef(...args) {
            if (failing > 0) {
              failing -= 1;
              throw reset();
            }
            return read(...args);
          },
        };
      },
    });
  });
  afterAll(() => portal.stop());

  const sessions = async (key: string) =>
    (await portal.knex('sessions').where({ key })).length;

  it('is asked once more, and one preview starts', async () => {
    failing = 1;
    const { status, body } = await portal.post(ANN, 'sessions', wish('pr-1'));
    expect([status, body.outcome]).toEqual([201, 'created']);
    expect(await sessions('pr-1')).toBe(1);
  });

  it('is said to be away, nothing starts, and nobody was denied anything', async () => {
    failing = 2;
    const answer = await portal.post(ANN, 'sessions', wish('pr-2'));
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.body.error).toMatchObject({
      name: 'ServiceUnavailableError',
      code: 'DependencyUnavailable',
      retryable: true,
    });
    expect(answer.text).not.toMatch(/s3cr3t|socket hang up/);
    expect(failing).toBe(0);
    expect(await sessions('pr-2')).toBe(0);
    expect(await denied(portal, 'DependencyUnavailable')).toEqual([]);
    const again = await portal.post(ANN, 'sessions', wish('pr-2'));
    expect(again.status).toBe(201);
  });
});
