// SPDX-License-Identifier: Apache-2.0
import { mockCredentials } from '@backstage/backend-test-utils';
import { openapi } from '@preview-environments/backstage-plugin-preview-common';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { ANN, aPortal, type Portal } from '../testUtils/aPortal';
import { wish } from '../testUtils/annsPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

const READS = Object.entries(openapi.paths as Record<string, object>)
  .filter(([, calls]) => 'get' in calls)
  .map(([path]) => path.replace(/^\//, '').replace(/\{[^}]+\}/g, 'x'));
/** How long an answer takes, or whether it fails, would tell what stands there. */
const INJECTED = encodeURIComponent(
  'createdAt:asc, (select count(*) from signing_keys)',
);

describe.each(ENGINES)('what is checked of a request, on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine));
  });
  afterAll(() => portal.stop());

  const ask = (method: 'get' | 'head' | 'post', path: string) =>
    request(portal.server)
      [method](`/api/preview/${path}`)
      .set('Authorization', mockCredentials.user.header(ANN));

  it.each(READS)('HEAD /%s is checked as GET is', async path => {
    expect((await ask('head', `${path}?nonsense=1`)).status).toBe(400);
  });

  it('HEAD answers as GET does, without a body', async () => {
    const answer = await ask('head', 'v1/sessions?limit=1');
    expect(answer.status).toBe(200);
    expect(answer.text).toBeUndefined();
    expect((await ask('head', 'v1/sessions?limit=1000000')).status).toBe(400);
  });

  it.each(['v1/sessions', 'v1/environments'])(
    '%s is sorted by nothing but what is documented',
    async path => {
      const statements: string[] = [];
      portal.knex.on('query', ({ sql }) => statements.push(sql));
      for (const method of ['get', 'head'] as const) {
        const { status } = await ask(method, `${path}?order=${INJECTED}`);
        expect(status).toBe(400);
      }
      expect(statements.join()).not.toContain('signing_keys');
    },
  );

  it.each(['v1/SESSIONS', 'V1/sessions', 'v1/sessions//', 'v1/%73essions'])(
    'is never answered unchecked: %s',
    async path => {
      const { status } = await ask('get', `${path}?order=${INJECTED}`);
      expect([400, 404]).toContain(status);
    },
  );

  it.each([
    ['application/json; charset=UTF-8', 200],
    ['application/json; a=1', 200],
    ['text/plain', 400],
    ['application/x-www-form-urlencoded', 400],
  ])('a body of type %s: %i', async (type, status) => {
    const answer = await ask('post', 'v1/preflights')
      .set('Content-Type', type)
      .send(JSON.stringify(wish('a-1')));
    expect(answer.status).toBe(status);
  });

  it.each([{}, { 'Content-Type': 'text/plain' }])(
    'takes a call without a body, whatever is said of it: %p',
    async header => {
      const { body } = await portal.post(ANN, 'sessions', wish('b-1'));
      const { port } = portal.server.address() as AddressInfo;
      const stop = http.request({
        port,
        method: 'POST',
        path: `/api/preview/v1/sessions/${body.session.id}/stop`,
        headers: {
          Authorization: mockCredentials.user.header(ANN),
          'Content-Length': '0',
          ...header,
        },
      });
      const [answer] = await once(stop.end(), 'response');
      expect([200, 202]).toContain(answer.resume().statusCode);
    },
  );
});
