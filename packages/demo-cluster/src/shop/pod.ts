// SPDX-License-Identifier: Apache-2.0

const probe = {
  httpGet: { path: '/healthz', port: 'http' },
  periodSeconds: 2,
};

/** The container that serves a shop's requests on port 8080. */
export function httpContainer(
  name: string,
  image: string,
  rest: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    name,
    image,
    ports: [{ name: 'http', containerPort: 8080 }],
    readinessProbe: probe,
    livenessProbe: { ...probe, periodSeconds: 10 },
    resources: {
      requests: { cpu: '50m', memory: '64Mi' },
      limits: { memory: '256Mi' },
    },
    ...rest,
  };
}
