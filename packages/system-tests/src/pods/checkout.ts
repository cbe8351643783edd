// SPDX-License-Identifier: Apache-2.0
import {
  aDeployment,
  aRoute,
  aService,
  withContainer,
  withPodSpec,
} from '../fixtures/manifests';
import type { World } from '../fixtures/World';

const PORT = 8080;

/** The service that is previewed: two pods of the tag `stable`, all paths. */
export async function createCheckout(
  world: World,
  repository: string,
): Promise<void> {
  await world.create(
    aDeployment(
      withContainer({
        image: `${repository}:stable`,
        // The node has the images; there is no registry to ask.
        imagePullPolicy: 'Never',
        command: ['/bin/httpd', '-f', '-vv', '-p', `${PORT}`, '-h', '/www'],
        readinessProbe: {
          httpGet: { path: '/healthz', port: PORT },
          periodSeconds: 1,
        },
      }),
      // A first process that handles no signals is killed after this time.
      withPodSpec({ terminationGracePeriodSeconds: 2 }),
    ),
  );
  await world.create(aService());
  await world.create(
    aRoute(route => {
      route.spec.rules[0].matches[0].path.value = '/';
    }),
  );
}
