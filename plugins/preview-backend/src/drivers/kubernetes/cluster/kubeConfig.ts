// SPDX-License-Identifier: Apache-2.0
import { KubeConfig } from '@kubernetes/client-node';
import type { ClusterAccess } from '../../../config/types';

/**
 * How to reach a cluster. Files are read by the library at each request, so
 * that rotated tokens and certificates are followed.
 *
 * @throws Error when the file cannot be read or has no such context
 */
export function kubeConfigOf(access: ClusterAccess): KubeConfig {
  const config = new KubeConfig();
  switch (access.type) {
    case 'kubeconfig':
      config.loadFromFile(access.file);
      if (access.context) {
        config.setCurrentContext(access.context);
      }
      break;
    case 'url':
      config.loadFromOptions({
        clusters: [
          {
            name: 'cluster',
            server: access.url,
            caFile: access.caFile ?? undefined,
            skipTLSVerify: access.url.startsWith('http:'),
          },
        ],
        users: [
          {
            name: 'user',
            ...(access.tokenFile
              ? {
                  authProvider: {
                    name: 'tokenFile',
                    config: { tokenFile: access.tokenFile },
                  },
                }
              : {}),
          },
        ],
        contexts: [{ name: 'context', cluster: 'cluster', user: 'user' }],
        currentContext: 'context',
      });
      break;
    default:
      config.loadFromCluster();
  }
  if (!config.getCurrentCluster()) {
    throw new Error('The kubeconfig names no cluster for its current context');
  }
  return config;
}
