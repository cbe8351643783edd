// SPDX-License-Identifier: Apache-2.0
import { dump } from 'js-yaml';

interface Cluster {
  url: string;
  /** PEM. */
  certificate: string;
}

interface Access {
  context: string;
  token: string;
  namespace?: string;
}

/** A kubeconfig with one context for each access; the first is current. */
export function kubeconfigText(
  { url, certificate }: Cluster,
  accesses: Access[],
): string {
  return dump({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'demo',
        cluster: {
          server: url,
          'certificate-authority-data':
            Buffer.from(certificate).toString('base64'),
        },
      },
    ],
    users: accesses.map(({ context, token }) => ({
      name: context,
      user: { token },
    })),
    contexts: accesses.map(({ context, namespace }) => ({
      name: context,
      context: {
        cluster: 'demo',
        user: context,
        ...(namespace && { namespace }),
      },
    })),
    'current-context': accesses[0].context,
  });
}
