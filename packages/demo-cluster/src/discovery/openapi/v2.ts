// SPDX-License-Identifier: Apache-2.0
import { Kind } from '../../kinds/Kind';
import { Kinds } from '../../kinds/Kinds';
import { message, text } from './protobuf';
import { WRITE_PARAMETERS, groupVersionKind, itemPath } from './paths';

// Field numbers of gnostic's OpenAPIv2 messages, as far as kubectl reads them.
const DOCUMENT = { swagger: 1, info: 2, paths: 8 };
const INFO = { title: 1, version: 2 };
const PATHS = { path: 2 };
const NAMED = { name: 1, value: 2 };
const PATH_ITEM = { patch: 8 };
const OPERATION = { parameters: 8, vendorExtension: 13 };
const PARAMETERS_ITEM = { parameter: 1 };
const PARAMETER = { nonBody: 2 };
const NON_BODY = { query: 3 };
const QUERY = { in: 2, name: 4 };
const ANY = { yaml: 2 };

/**
 * `/openapi/v2` in the protobuf form that kubectl asks for. It names for each kind the parameters of
 * a patch, which is how older clients find out about dry runs; types are left to the server.
 */
export function openApiV2(kinds: Kinds): Buffer {
  return message(
    text(DOCUMENT.swagger, '2.0'),
    message.field(
      DOCUMENT.info,
      text(INFO.title, 'Kubernetes'),
      text(INFO.version, 'v1.36.2'),
    ),
    message.field(DOCUMENT.paths, ...kinds.all().map(pathEntry)),
  );
}

function pathEntry(kind: Kind): Buffer {
  const extension = message.field(
    OPERATION.vendorExtension,
    text(NAMED.name, 'x-kubernetes-group-version-kind'),
    message.field(
      NAMED.value,
      text(ANY.yaml, JSON.stringify(groupVersionKind(kind))),
    ),
  );
  const patch = message.field(
    PATH_ITEM.patch,
    ...WRITE_PARAMETERS.map(queryParameter),
    extension,
  );
  return message.field(
    PATHS.path,
    text(NAMED.name, itemPath(kind)),
    message.field(NAMED.value, patch),
  );
}

function queryParameter(name: string): Buffer {
  const query = message.field(
    NON_BODY.query,
    text(QUERY.in, 'query'),
    text(QUERY.name, name),
  );
  return message.field(
    OPERATION.parameters,
    message.field(
      PARAMETERS_ITEM.parameter,
      message.field(PARAMETER.nonBody, query),
    ),
  );
}
