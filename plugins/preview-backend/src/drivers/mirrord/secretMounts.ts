// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { hasStatus, KubeError } from '../kubernetes/cluster/KubeError';
import { secretKey } from './inputs';
import type { MirrordSession } from './model';

const PATH = '/apis/operator.metalbear.co/v1/previewsecretmounts';

/** @throws PreviewError `SecretContentsLost` where contents are missing */
export function demandContents({ inputs, secretFiles }: SessionIntent): void {
  const missing = (inputs.secretMounts ?? []).some(
    ({ path }) => secretFiles?.[path] === undefined,
  );
  if (missing) {
    throw previewError('SecretContentsLost');
  }
}

/**
 * Hands the contents of secret files to the operator, which makes a Secret of
 * them that goes with the session. They are on no resource that we write.
 *
 * @throws PreviewError `OperatorUnavailable` when it refuses; its words are
 * left out, since it has seen the contents
 */
export async function handOverSecrets(
  { client }: Cluster,
  { inputs, secretFiles }: SessionIntent,
  { apiVersion, kind, metadata }: MirrordSession,
): Promise<void> {
  const mounts = inputs.secretMounts ?? [];
  if (mounts.length === 0 || !secretFiles) {
    return;
  }
  const { name, uid, namespace } = metadata;
  try {
    await client.post(
      PATH,
      {
        namespace,
        owner_ref: { apiVersion, kind, name, uid },
        values: Object.fromEntries(
          mounts.map(({ path }, index) => [
            secretKey(index),
            secretFiles[path],
          ]),
        ),
      },
      'create previewsecretmounts',
    );
  } catch (error) {
    if (hasStatus(error, 409)) {
      return;
    }
    if (!(error instanceof KubeError)) {
      throw error;
    }
    if (hasStatus(error, 429, 500, 503)) {
      throw new KubeError(error.request, { code: error.status.code });
    }
    throw previewError('OperatorUnavailable', {
      message: 'The mirrord operator did not take the secret files.',
      hint: 'The platform team grants the right to create previewsecretmounts (deploy/rbac/mirrord-clusterrole.yaml) and looks at the log of the operator.',
    });
  }
}
