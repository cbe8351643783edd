// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ANN, aPortal, BOB, CI } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { denied } from '../testUtils/denied';
import { SIGNED_IMAGE, signOffPortal } from '../testUtils/signOffPortal';

jest.setTimeout(60_000);

describe.each(ENGINES)('who may sign off on %s', engine => {
  let portal: Awaited<ReturnType<typeof signOffPortal>>;
  let refused: string[] = [];

  beforeAll(async () => {
    portal = await signOffPortal(engine, {
      permissions: {
        authorizeConditional: async requests =>
          requests.map(({ permission }) => ({
            result: refused.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      },
    });
  });
  afterEach(() => {
    refused = [];
  });
  afterAll(() => portal.stop());

  const aReady = (key: string, image?: string) => portal.aReady(key, image);
  const say = (...what: Parameters<typeof portal.say>) => portal.say(...what);

  const show = async (id: string): Promise<PreviewSession> =>
    (await portal.get(ANN, `sessions/${id}`)).body;

  it.each<[string, object, string]>([
    ['no decision', {}, 'decision'],
    ['an unknown one', { decision: 'maybe' }, 'decision'],
    ['an unknown field', { decision: 'approved', by: BOB }, 'by'],
    ['revision 0', { decision: 'approved', revision: 0 }, 'revision'],
    [
      'too long a comment',
      { decision: 'approved', comment: 'x'.repeat(1001) },
      'comment',
    ],
  ])('%s is refused by name', async (_, request, field) => {
    const id = await aReady('d-1');
    const { status, body } = await say(BOB, id, request);
    expect([status, body.error.field]).toEqual([400, field]);
  });

  it('are for people with the permission, and refusals are recorded', async () => {
    const id = await aReady('e-1');
    const byService = await say(CI, id, { decision: 'approved' });
    expect([byService.status, byService.body.error.code]).toEqual([
      403,
      'PersonRequired',
    ]);
    refused = ['preview.session.sign-off'];
    const without = await say(BOB, id, { decision: 'approved' });
    expect([without.status, without.body.error.code]).toEqual([
      403,
      'PermissionDenied',
    ]);
    refused = ['preview.session.read'];
    const blind = await say(BOB, id, { decision: 'approved' });
    expect([blind.status, blind.body.error.code]).toEqual([
      404,
      'SessionNotFound',
    ]);
    refused = [];
    expect((await show(id)).signOffs).toEqual([]);
    expect(await denied(portal, 'PersonRequired')).toHaveLength(1);
    expect(await denied(portal, 'PermissionDenied')).toMatchObject([
      { actor: BOB, sessionId: id },
    ]);
  });
});

describe.each(ENGINES)('preview.policy.signOff: owners on %s', engine => {
  it('leaves readers out', async () => {
    const portal = await aPortal(await freshDatabase(engine), {
      preview: { policy: { ttl: { min: '1s' }, signOff: 'owners' } },
    });
    const { body } = await portal.post(ANN, 'sessions', {
      entityRef: 'component:default/checkout',
      image: SIGNED_IMAGE,
      key: 'f-1',
    });
    const { id } = body.session;
    await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    const path = `sessions/${id}/sign-offs`;
    const reader = await portal.post(BOB, path, { decision: 'approved' });
    expect(reader.body.error).toMatchObject({
      code: 'NotEntityOwner',
      rule: 'preview.policy.signOff',
    });
    const owner = await portal.post(ANN, path, { decision: 'approved' });
    expect(owner.status).toBe(201);
    await portal.stop();
  });
});
