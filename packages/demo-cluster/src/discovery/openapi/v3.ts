// SPDX-License-Identifier: Apache-2.0
import { Kind } from '../../kinds/Kind';
import { Kinds } from '../../kinds/Kinds';
import { Json } from '../../objects';
import { SchemaCollector } from './schemas';
import {
  WRITE_PARAMETERS,
  groupVersionKind,
  itemPath,
  schemaName,
} from './paths';

const PATHS = /^\/openapi\/v3\/(api|apis\/[^/]+)\/([^/]+)$/;

const pathOf = ({ group, version }: Kind): string =>
  group ? `apis/${group}/${version}` : `api/${version}`;

/** `/openapi/v3`: where the documents of the group versions are. */
export function openApiIndex(kinds: Kinds): Json {
  const paths = [...new Set(kinds.all().map(pathOf))];
  return {
    paths: Object.fromEntries(
      paths.map(path => [path, { serverRelativeURL: `/openapi/v3/${path}` }]),
    ),
  };
}

/** `/openapi/v3/apis/GROUP/VERSION`; undefined for what is not served. */
export function openApiDocument(kinds: Kinds, path: string): Json | undefined {
  if (!PATHS.test(path)) return undefined;
  const own = kinds
    .all()
    .filter(kind => path === `/openapi/v3/${pathOf(kind)}`);
  if (!own.length) return undefined;
  const schemas = new SchemaCollector('#/components/schemas/');
  for (const kind of own) {
    schemas.define(schemaName(kind), kind.schema, {
      'x-kubernetes-group-version-kind': [groupVersionKind(kind)],
    });
  }
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'v1.36.2+demo' },
    paths: Object.fromEntries(
      own.map(kind => [itemPath(kind), operations(kind)]),
    ),
    components: { schemas: schemas.found },
  };
}

function operations(kind: Kind): Json {
  const parameters = WRITE_PARAMETERS.map(name => ({
    name,
    in: 'query',
    schema: { type: 'string' },
  }));
  const shared = {
    parameters,
    'x-kubernetes-group-version-kind': groupVersionKind(kind),
    responses: { 200: { description: 'OK' } },
  };
  return {
    get: { ...shared, parameters: [], 'x-kubernetes-action': 'get' },
    put: { ...shared, 'x-kubernetes-action': 'put' },
    patch: { ...shared, 'x-kubernetes-action': 'patch' },
    delete: { ...shared, 'x-kubernetes-action': 'delete' },
  };
}
