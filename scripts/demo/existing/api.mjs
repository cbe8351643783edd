// SPDX-License-Identifier: Apache-2.0
import {
  AuthorizationV1Api,
  KubeConfig,
  KubernetesObjectApi,
  VersionApi,
} from '@kubernetes/client-node';

/**
 * Opens a kubeconfig.
 * @throws Error with a sentence for the user
 */
export async function connect(file, context) {
  const config = new KubeConfig();
  try {
    config.loadFromFile(file);
  } catch (error) {
    throw new Error(`✗ cluster: ${file} cannot be read (${reason(error)})`);
  }
  if (context) {
    if (!config.getContextObject(context)) {
      const known = config.getContexts().map(({ name }) => name);
      throw new Error(
        `${file} has no context ${context}; it has ${known.join(', ')}`,
      );
    }
    config.setCurrentContext(context);
  }
  const server = config.getCurrentCluster()?.server;
  if (!server) {
    throw new Error(`${file} has no current context; name one with --context`);
  }
  await config
    .makeApiClient(VersionApi)
    .getCode()
    .catch(error => {
      throw new Error(
        `✗ cluster: ${server} does not answer (${reason(error)})`,
      );
    });
  const objects = KubernetesObjectApi.makeApiClient(config);
  return {
    server,
    context: config.getCurrentContext(),
    user: config.getCurrentUser()?.name ?? 'your-user',
    /** All objects of a kind, in one namespace or all; `null` where the kind is not served. */
    async list(apiVersion, kind, namespace) {
      try {
        return (await objects.list(apiVersion, kind, namespace)).items;
      } catch (error) {
        if (
          error.code === 404 ||
          /Unrecognized API version/.test(error.message)
        ) {
          return null;
        }
        throw new Error(
          `✗ ${kind} objects cannot be listed (${reason(
            error,
          )}); use a context that may list them`,
        );
      }
    },
    async mayI(attributes) {
      const review = await config
        .makeApiClient(AuthorizationV1Api)
        .createSelfSubjectAccessReview({
          body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: attributes },
          },
        });
      return review.status?.allowed === true;
    },
  };
}

function reason(error) {
  return error.code ? `${error.code}` : error.cause?.code ?? error.message;
}
