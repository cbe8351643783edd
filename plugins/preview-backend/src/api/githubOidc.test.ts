// SPDX-License-Identifier: Apache-2.0
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import request from 'supertest';
import { anEntity, aPortal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { type Claims, tokenIssuer } from '../testUtils/tokenIssuer';

jest.setTimeout(60_000);

const AUDIENCE = 'https://portal.example.com';
const PULL = 'repo:acme/storefront:pull_request';
const ACTOR = `external:github:${PULL}`;

const entity = anEntity('storefront', 'team-shop', {
  'preview-environments.io/target': 'deployment/storefront',
  'github.com/project-slug': 'Acme/Storefront',
});
const good = {
  entityRef: 'component:default/storefront',
  image: 'shop/storefront:x',
  key: 'pr-7',
};

async function aHouse(knex: Awaited<ReturnType<typeof freshDatabase>>) {
  const issuer = await tokenIssuer(AUDIENCE);
  const portal = await aPortal(knex, {
    entities: [entity],
    features: [authServiceFactory, httpAuthServiceFactory],
    config: {
      backend: {
        baseUrl: 'http://localhost',
        auth: {
          externalAccess: [
            {
              type: 'jwks',
              options: {
                url: issuer.url,
                issuer: issuer.issuer,
                audience: AUDIENCE,
                algorithm: 'RS256',
                subjectPrefix: 'github',
              },
              accessRestrictions: [{ plugin: 'preview' }],
            },
          ],
        },
      },
    },
    preview: {
      access: {
        subjects: [
          {
            github: { owners: ['acme'], contexts: ['pull_request'] },
            entities: ['*'],
            namespaces: ['shop'],
            clusters: ['demo'],
            actions: ['read', 'start', 'update', 'stop'],
          },
        ],
      },
    },
  });
  portal.driver.workloads['shop/deployment/storefront'] = {
    boundEntities: [good.entityRef],
  };
  const send = async (token: string, path: string, body?: object) => {
    const url = `/api/preview/v1/${path}`;
    const call = body
      ? request(portal.server).post(url).send(body)
      : request(portal.server).get(url);
    return call.set('Authorization', `Bearer ${token}`);
  };
  return {
    portal,
    issuer,
    send,
    as: async (claims: Claims, path: string, body?: object) =>
      send(await issuer.token(claims), path, body),
    async stop() {
      await portal.stop();
      await issuer.stop();
    },
  };
}

describe.each(ENGINES)('workflows of GitHub on %s', engine => {
  let house: Awaited<ReturnType<typeof aHouse>>;

  beforeAll(async () => {
    house = await aHouse(await freshDatabase(engine));
  });

  afterAll(() => house.stop());

  it('act on the service of their own repository, and see nothing else', async () => {
    const started = await house.as({ sub: PULL }, 'sessions', {
      ...good,
      claimedActor: 'octocat',
    });
    expect(started.body).toMatchObject({
      outcome: 'created',
      session: { createdBy: ACTOR, claimedActor: 'octocat', key: 'pr-7' },
    });
    const list = await house.as({ sub: PULL }, 'sessions');
    expect(list.body.items).toHaveLength(1);
    const { id } = started.body.session;
    // The same repository in the form with numbers, and another of its owner.
    const numbered = 'repo:acme@1/storefront@2:pull_request';
    expect((await house.as({ sub: numbered }, `sessions/${id}`)).status).toBe(
      200,
    );
    const neighbour = { sub: 'repo:acme/payments:pull_request' };
    const seen = await house.as(neighbour, `sessions/${id}`);
    expect(seen.body.error.code).toBe('SessionNotFound');
    expect((await house.as(neighbour, 'sessions')).body.items).toEqual([]);
    const stop = await house.as(neighbour, 'environments/pr-7/stop', {});
    expect(stop.body.error.code).toBe('EnvironmentNotFound');
    const own = await house.as({ sub: PULL }, 'environments/pr-7/stop', {});
    expect(own.body.stopped).toEqual([{ id, entityRef: good.entityRef }]);
  });

  it.each([
    [
      'another repository',
      'repo:acme/payments:pull_request',
      'RepositoryNotOfEntity',
    ],
    [
      'a longer name',
      'repo:acme/storefront-evil:pull_request',
      'RepositoryNotOfEntity',
    ],
    ['another owner', 'repo:evil/storefront:pull_request', 'SubjectUnknown'],
    [
      'a longer owner',
      'repo:acme-evil/storefront:pull_request',
      'SubjectUnknown',
    ],
    ['a branch', 'repo:acme/storefront:ref:refs/heads/main', 'SubjectUnknown'],
    ['a claim more', `${PULL}:environment:live`, 'SubjectUnknown'],
  ])('of %s are refused, and that is recorded', async (_, sub, code) => {
    const answer = await house.as({ sub }, 'sessions', good);
    expect(answer.body.error.code).toBe(code);
    expect(answer.status).toBe(403);
    const recorded = await house.portal
      .knex('audit_bodies')
      .where({
        action: 'access.denied',
        actor: `external:github:${sub}`,
        entity_ref: good.entityRef,
      })
      .pluck('body');
    expect(recorded.map(body => JSON.parse(body).code)).toEqual([code]);
  });

  it.each<[string, Partial<Claims>]>([
    ['of another issuer', { iss: 'https://token.example.com' }],
    ['that has expired', { exp: -60 }],
    ['for another audience', { aud: 'https://github.com/acme' }],
  ])('are not known by a token %s', async (_, claims) => {
    const answer = await house.as({ sub: PULL, ...claims }, 'sessions', good);
    expect(answer.status).toBe(401);
    expect(answer.body.error.code ?? answer.body.error.name).toMatch(
      /Unauthenticated|AuthenticationError/,
    );
  });

  it('are not known by a token that somebody else signed', async () => {
    const forged = await house.issuer.forged({ sub: PULL });
    expect((await house.send(forged, 'sessions', good)).status).toBe(401);
  });
});
