// SPDX-License-Identifier: Apache-2.0
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { aBackend } from '../backend/aBackend';
import type { Shop } from '../backend/aShop';
import { shopEntities } from '../backend/catalog';
import { Portal } from '../backend/Portal';
import { emptyDatabase, tokenIssuer } from '../backend/product';
import type { Github } from './aGithub';

/** Of tokens that workflows ask for. */
export const AUDIENCE = 'https://portal.example.com';

/** The backend with the real authentication of Backstage. */
export async function aGuardedBackend(shop: Shop, github: Github) {
  const people = await tokenIssuer('backstage');
  const entities = shopEntities().map(entity => ({
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        'github.com/project-slug': `acme/${entity.metadata.name}`,
      },
    },
  }));
  const access = {
    admins: [],
    subjects: [
      {
        github: { owners: ['acme'], contexts: ['pull_request'] },
        entities: ['*'],
        namespaces: ['*'],
        clusters: ['*'],
        actions: ['read', 'start', 'update', 'stop'],
      },
    ],
  };
  const backend = await aBackend(
    await emptyDatabase('SQLITE_3'),
    shop,
    { access },
    entities,
    {
      features: [authServiceFactory, httpAuthServiceFactory, signIn(people)],
      config: { backend: { auth: { externalAccess: [wayIn(github)] } } },
    },
  );
  return {
    url: backend.portal.url,
    /** Speaks as a person who signed in. */
    as: (person: string) =>
      new Portal(backend.portal.url, () => people.token({ sub: person })),
    async stop() {
      await backend.stop();
      await people.stop();
    },
  };
}

function wayIn({ issuer }: Github) {
  return {
    type: 'jwks',
    options: {
      url: issuer.url,
      issuer: issuer.issuer,
      audience: AUDIENCE,
      algorithm: 'RS256',
      subjectPrefix: 'github',
    },
    accessRestrictions: [{ plugin: 'preview' }],
  };
}

/** Whoever asks for the auth plugin finds the keys by which people sign in. */
function signIn({ issuer }: Awaited<ReturnType<typeof tokenIssuer>>) {
  const at = async (plugin: string) => `${issuer}/${plugin}`;
  return createServiceFactory({
    service: coreServices.discovery,
    deps: {},
    factory: () => ({ getBaseUrl: at, getExternalBaseUrl: at }),
  });
}
