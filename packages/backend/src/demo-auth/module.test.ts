// SPDX-License-Identifier: Apache-2.0
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import demoAuth from '.';

// A whole backend starts for each test.
jest.setTimeout(60_000);

const config = {
  backend: {
    baseUrl: 'http://localhost',
    listen: { host: '127.0.0.1', port: 0 },
  },
  app: { baseUrl: 'http://localhost' },
  auth: {
    providers: {
      demo: {
        people: [
          { role: 'engineer', user: 'user:default/robin', title: 'Robin' },
        ],
      },
    },
  },
};

const robin = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'robin', namespace: 'default' },
  spec: { memberOf: ['team-payments'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/team-payments' }],
};

describe('demo sign-in', () => {
  const start = () =>
    startTestBackend({
      features: [
        authPlugin,
        demoAuth,
        mockServices.rootConfig.factory({ data: config }),
        catalogServiceMock.factory({ entities: [robin] }),
      ],
    });

  it('issues a token for the person of the catalog and their groups', async () => {
    const { server } = await start();
    const answer = await request(server)
      .get('/api/auth/demo/refresh')
      .set('x-demo-person', 'engineer');
    expect(answer.status).toBe(200);
    expect(answer.body.backstageIdentity).toMatchObject({
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      identity: {
        userEntityRef: 'user:default/robin',
        ownershipEntityRefs: expect.arrayContaining([
          'group:default/team-payments',
        ]),
      },
    });
  });

  it('names the roles that exist when it does not know one', async () => {
    const { server } = await start();
    const answer = await request(server)
      .get('/api/auth/demo/refresh')
      .set('x-demo-person', 'nobody');
    expect(answer.status).toBe(401);
    expect(answer.body.error.message).toContain('engineer');
  });

  it('refuses a request that was made to another host name', async () => {
    const { server } = await start();
    const answer = await request(server)
      .get('/api/auth/demo/refresh')
      .set('host', 'portal.example.com')
      .set('x-demo-person', 'engineer');
    expect(answer.status).toBe(401);
  });
});
