// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';

const string = { type: 'string' };
const integer = { type: 'integer' };
const boolean = { type: 'boolean' };
const list = (items: Json) => ({ type: 'array', items, nullable: true });
const map = (of: Json) => ({ type: 'object', additionalProperties: of });
const object = (properties: Json, required: string[] = []) => ({
  type: 'object',
  properties,
  nullable: true,
  ...(required.length && { required }),
});

const spec = object(
  {
    image: string,
    key: string,
    target: object(
      { apiVersion: string, kind: string, name: string, container: string },
      ['apiVersion', 'kind', 'name', 'container'],
    ),
    ttlSecs: integer,
    replicas: integer,
    incoming: object({ steal: boolean, httpFilter: string }, ['steal']),
    env: object({ overrides: map(string) }),
    idle: object({
      startIdle: boolean,
      sleepAfterSecs: integer,
      wakeTimeoutSecs: integer,
    }),
  },
  ['image', 'key', 'target', 'ttlSecs'],
);

const status = object({
  phase: string,
  startedAt: string,
  failureMessage: string,
  failedAt: string,
  expiresAt: string,
  shareHost: string,
  idleSince: string,
});

function definition(
  group: string,
  version: string,
  [kind, plural]: [string, string],
  scope: 'Namespaced' | 'Cluster',
  properties: Json,
  rest: Json = {},
): Json {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope,
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', properties } },
          ...rest,
        },
      ],
    },
  };
}

/**
 * What the demo's operator serves. The sessions know what this operator can do and no more, so
 * that anything else is dropped as an older definition would drop it. What it says of itself is
 * kept like any object here; the real one answers for it by an API of its own.
 */
export function operatorDefinitions(): Json[] {
  return [
    definition(
      'preview.mirrord.metalbear.co',
      'v1alpha',
      ['PreviewSession', 'previewsessions'],
      'Namespaced',
      { spec, status },
      {
        subresources: { status: {} },
        additionalPrinterColumns: [
          { name: 'Key', type: 'string', jsonPath: '.spec.key' },
          { name: 'Target', type: 'string', jsonPath: '.spec.target.name' },
          { name: 'Phase', type: 'string', jsonPath: '.status.phase' },
        ],
      },
    ),
    definition(
      'operator.metalbear.co',
      'v1',
      ['MirrordOperator', 'mirrordoperators'],
      'Cluster',
      {
        spec: object({
          operator_version: string,
          supported_features: list(string),
          license: object({ name: string, expire_at: string }),
        }),
      },
    ),
  ];
}
