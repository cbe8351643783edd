// SPDX-License-Identifier: Apache-2.0
import { SecretFiles } from '../lifecycle/SecretFiles';
import { ANN, aPortal, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

const wish = {
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key: 'pr-1',
};
const secretMounts = [{ path: '/etc/shop/token', type: 'text', data: 'abc' }];

describe.each(ENGINES)('secret files on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), {
      preview: { policy: { inputs: { allow: ['secretMounts'] } } },
    });
    portal.driver.can = { inputs: ['secretMounts'] };
  });
  afterAll(() => portal.stop());

  it('are forgotten at once where a stop is kept', async () => {
    const { body } = await portal.post(ANN, 'sessions', wish);
    const { id } = body.session;
    await portal.post(ANN, `sessions/${id}/stop`);
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    const keep = jest.spyOn(SecretFiles.prototype, 'keep');
    const push = await portal
      .post(ANN, 'sessions', { ...wish, secretMounts })
      .set('Preview-Client', 'action');
    const [{ value }] = keep.mock.results;
    const [files] = keep.mock.contexts as SecretFiles[];
    keep.mockRestore();
    expect(push.body.outcome).toBe('keptStopped');
    expect(files.find(value)).toBeNull();
  });
});
