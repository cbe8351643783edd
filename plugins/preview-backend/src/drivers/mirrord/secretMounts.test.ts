// SPDX-License-Identifier: Apache-2.0
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { KubeError } from '../kubernetes/cluster/KubeError';
import { demandContents, handOverSecrets } from './secretMounts';
import { anIntent, aSession } from './testUtils/objects';

const intent = anIntent({
  inputs: { secretMounts: [{ path: '/b' }, { path: '/a' }] },
  secretFiles: { '/a': 'QQ==', '/b': 'Qg==' },
});
const session = aSession(intent);

function aCluster(answer: () => Promise<unknown>) {
  const post = jest.fn(answer);
  return { cluster: { client: { post } } as unknown as Cluster, post };
}

const refused = (code: number) => async () => {
  throw new KubeError('create previewsecretmounts', {
    code,
    message: 'cannot take QQ==',
  });
};

describe('handOverSecrets', () => {
  it('sends contents by key, owned by the session', async () => {
    const { cluster, post } = aCluster(async () => ({ secret_name: 's' }));
    await handOverSecrets(cluster, intent, session);
    expect(post).toHaveBeenCalledWith(
      '/apis/operator.metalbear.co/v1/previewsecretmounts',
      {
        namespace: 'shop',
        owner_ref: {
          apiVersion: 'preview.mirrord.metalbear.co/v1alpha',
          kind: 'PreviewSession',
          name: session.metadata.name,
          uid: session.metadata.uid,
        },
        values: { k0: 'Qg==', k1: 'QQ==' },
      },
      expect.any(String),
    );
    expect(JSON.stringify(session)).not.toMatch(/QQ==|Qg==/);
  });

  it('sends nothing where there is nothing', async () => {
    const { cluster, post } = aCluster(async () => ({}));
    await handOverSecrets(cluster, anIntent(), session);
    expect(post).not.toHaveBeenCalled();
  });

  it('is content when they are there already', async () => {
    const { cluster } = aCluster(refused(409));
    await expect(handOverSecrets(cluster, intent, session)).resolves.toBe(
      undefined,
    );
  });

  it.each([403, 404, 422])('explains %s without a word of it', async code => {
    const { cluster } = aCluster(refused(code));
    const error = await handOverSecrets(cluster, intent, session).catch(e => e);
    expect(error).toMatchObject({ code: 'OperatorUnavailable' });
    expect(`${error.message} ${error.cause}`).not.toContain('QQ==');
  });

  it.each([429, 500, 503])(
    'leaves %s to be tried again, without a word of it',
    async code => {
      const { cluster } = aCluster(refused(code));
      const error = await handOverSecrets(cluster, intent, session).catch(
        e => e,
      );
      expect(error).toBeInstanceOf(KubeError);
      expect(error.status).toEqual({ code });
      expect(`${error.message} ${error.cause}`).not.toContain('QQ==');
    },
  );
});

describe('demandContents', () => {
  it('refuses to begin without the contents', () => {
    expect(() => demandContents(intent)).not.toThrow();
    expect(() => demandContents({ ...intent, secretFiles: null })).toThrow(
      expect.objectContaining({ code: 'SecretContentsLost' }),
    );
  });
});
