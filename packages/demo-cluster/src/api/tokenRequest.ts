// SPDX-License-Identifier: Apache-2.0
import { toTime } from '../clock';
import { Registry } from '../registry/Registry';
import { notAllowed } from '../registry/StatusError';
import { Handler } from './Exchange';

const DEFAULT_SECONDS = 3600;

/** POST of `serviceaccounts/NAME/token`. The token does not really expire; the answer keeps the form. */
export function tokenRequestHandler(
  registry: Registry,
  tokenFor: (namespace: string, name: string) => string,
): Handler {
  return ({ info, body }) => {
    if (info.verb !== 'create') throw notAllowed();
    const account = registry.get('serviceaccounts', info.namespace, info.name!);
    const { namespace, name } = account.metadata;
    const seconds = body.spec?.expirationSeconds ?? DEFAULT_SECONDS;
    return {
      code: 201,
      body: {
        kind: 'TokenRequest',
        apiVersion: 'authentication.k8s.io/v1',
        metadata: { name, namespace, creationTimestamp: registry.now() },
        spec: {
          audiences: [],
          expirationSeconds: seconds,
          boundObjectRef: null,
          ...body.spec,
        },
        status: {
          token: tokenFor(namespace!, name),
          expirationTimestamp: toTime(registry.clock.now() + seconds * 1000),
        },
      },
    };
  };
}
