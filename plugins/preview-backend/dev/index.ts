// SPDX-License-Identifier: Apache-2.0
/*
 * The backend alone, with mocked services and an empty cluster list of your
 * own making: `yarn start` in this folder. Put clusters into `preview` of
 * app-config.yaml, and ask it as the mock user:
 *
 *   curl http://localhost:7007/api/preview/v1/sessions
 */
import { createBackend } from '@backstage/backend-defaults';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';

const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.userInfo.factory());
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'checkout',
          annotations: {
            'preview-environments.io/target': 'deployment/checkout',
            'preview-environments.io/namespace': 'shop',
          },
        },
        spec: { type: 'service', owner: 'user:default/mock' },
        relations: [{ type: 'ownedBy', targetRef: 'user:default/mock' }],
      },
    ],
  }),
);
backend.add(
  createServiceFactory({
    service: signalsServiceRef,
    deps: {},
    factory: () => ({ async publish() {} }),
  }),
);
backend.add(import('../src'));

backend.start();
