// SPDX-License-Identifier: Apache-2.0
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createPreviewSessionConditionalDecision,
  previewSessionConditions,
} from '../authorization/rules';
import { ANN, aPortal, BOB, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;

const wish = {
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:x',
  key: 'pr-1',
};

describe.each(ENGINES)('the permission framework on %s', engine => {
  let portal: Portal;
  let id: string;
  /** What the policy says, by name of permission; else it allows. */
  let says: Record<string, PolicyDecision> = {};

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), {
      permissions: {
        authorize: async requests =>
          requests.map(
            ({ permission }) => (says[permission.name] ?? ALLOW) as never,
          ),
        authorizeConditional: async requests =>
          requests.map(({ permission }) => says[permission.name] ?? ALLOW),
      },
    });
    const { body } = await portal.post(ANN, 'sessions', wish);
    id = body.session.id;
  });
  afterEach(() => {
    says = {};
  });
  afterAll(() => portal.stop());

  const creatorOnly = (permission: never) =>
    createPreviewSessionConditionalDecision(
      permission,
      previewSessionConditions.isCreator({ createdBy: [BOB] }),
    );
  const inDemo = (permission: never) =>
    createPreviewSessionConditionalDecision(permission, {
      not: {
        anyOf: [previewSessionConditions.inCluster({ clusters: ['qa'] })],
      },
    });
  const permission = (name: string) =>
    ({
      name,
      attributes: {},
      type: 'resource',
      resourceType: 'preview-session',
    } as never);

  it('narrows lists by its conditions, in SQL', async () => {
    const read = permission('preview.session.read');
    for (const [decision, count] of [
      [ALLOW, 1],
      [inDemo(read), 1],
      [creatorOnly(read), 0],
      [DENY, 0],
    ] as const) {
      says = { 'preview.session.read': decision };
      const list = await portal.get(ANN, 'sessions?count=true');
      expect(list.body.items).toHaveLength(count);
      const environments = await portal.get(ANN, 'environments');
      expect(environments.body.items).toHaveLength(count);
      const one = await portal.get(ANN, `sessions/${id}`);
      expect(one.status).toBe(count ? 200 : 404);
      const key = await portal.get(ANN, 'environments/pr-1');
      expect(key.status).toBe(count ? 200 : 404);
    }
  });

  it('says no to an owner as well', async () => {
    const stop = permission('preview.session.stop');
    for (const decision of [DENY, creatorOnly(stop)]) {
      says = { 'preview.session.stop': decision };
      const answer = await portal.post(ANN, `sessions/${id}/stop`);
      expect(answer.status).toBe(403);
      expect(answer.body.error.code).toBe('PermissionDenied');
    }
    says = { 'preview.session.create': DENY };
    const other = await portal.post(ANN, 'sessions', { ...wish, key: 'pr-2' });
    expect(other.body.error.code).toBe('PermissionDenied');
    const present = await portal.post(ANN, 'sessions', wish);
    expect(present.body.outcome).toBe('unchanged');
    says = { 'preview.session.update': DENY };
    const update = await portal.post(ANN, 'sessions', {
      ...wish,
      image: 'shop/checkout:y',
    });
    expect(update.status).toBe(409);
    expect(update.body.error.code).toBe('KeyInUse');
    says = { 'preview.audit.read': DENY };
    const audit = await portal.get(ANN, 'audit/events');
    expect(audit.status).toBe(403);
  });
});
