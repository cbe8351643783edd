// SPDX-License-Identifier: Apache-2.0
import type { Cluster } from '../../cluster/Cluster';
import { Discovery } from '../../cluster/Discovery';
import type { KubeClient } from '../../cluster/KubeClient';
import { KubeError } from '../../cluster/KubeError';
import { noObjects } from '../../state/views';
import { aRoute, aService, aWorkload } from '../../testUtils/objects';
import { findPolicies } from './policies';

const KIND = 'limits.policy.example.com';
const refusal = (code: number) =>
  new KubeError('list limits', { code, message: `answer ${code}` });

/** What the API server answers to discovery and to the list of the one kind. */
function look(resources: () => unknown, list: () => unknown) {
  const client = {
    raw: async (path: string) =>
      path === '/apis'
        ? {
            groups: [
              {
                name: 'policy.example.com',
                preferredVersion: { version: 'v1' },
              },
            ],
          }
        : resources(),
    list: async () => list(),
  } as unknown as KubeClient;
  const discovery = new Discovery(client, () => 0);
  return findPolicies(
    { client, discovery } as unknown as Cluster,
    'shop',
    {
      objects: noObjects(),
      target: aWorkload(),
      services: [aService()],
      routes: [aRoute()],
    },
    { policyKinds: [KIND] },
  );
}

const fails = (code: number) => () => {
  throw refusal(code);
};
const served = () => ({ resources: [{ name: 'limits', kind: 'Limit' }] });
const none = () => ({ metadata: {}, items: [] });

describe('findPolicies', () => {
  it('takes a kind that discovery answers with 404 as one without objects', async () => {
    expect(await look(fails(404), none)).toBeNull();
  });

  it.each([
    ['discovery is forbidden', fails(403), none],
    ['the list is forbidden', served, fails(403)],
    ['the list is not to be found', served, fails(404)],
  ])('takes it as found where %s', async (_, resources, list) => {
    const found = await look(resources, list);
    expect(found).toMatchObject({
      code: 'RoutePolicyWouldNotApply',
      evidence: [{ text: expect.stringContaining(KIND) }],
    });
  });

  it.each([
    ['the server is at fault', 503],
    ['the server is too busy', 429],
    ['the server ran out of time', 408],
  ])('tries again where %s', async (_, code) => {
    await expect(look(served, fails(code))).rejects.toMatchObject({
      status: { code },
    });
    await expect(look(fails(code), none)).rejects.toMatchObject({
      status: { code },
    });
  });

  it('finds nothing where nothing is attached', async () => {
    expect(await look(served, none)).toBeNull();
  });
});
