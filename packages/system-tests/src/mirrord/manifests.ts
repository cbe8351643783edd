// SPDX-License-Identifier: Apache-2.0

/** The operator serves this by itself; here a definition stands in for it. */
export const operatorDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'mirrordoperators.operator.metalbear.co' },
  spec: {
    group: 'operator.metalbear.co',
    scope: 'Cluster',
    names: {
      kind: 'MirrordOperator',
      plural: 'mirrordoperators',
      singular: 'mirrordoperator',
    },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: {
                  operator_version: { type: 'string' },
                  supported_features: {
                    type: 'array',
                    items: { type: 'string' },
                  },
                  license: {
                    type: 'object',
                    properties: {
                      name: { type: 'string' },
                      expire_at: { type: 'string' },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
  },
};

export function checkoutDeployment(namespace: string) {
  const labels = { app: 'checkout' };
  const image = 'shop/checkout:1.0.0';
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'checkout',
      namespace,
      annotations: {
        'preview-environments.io/entity': 'component:default/checkout',
      },
    },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'web', image }] },
      },
    },
  };
}
