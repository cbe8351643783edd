// SPDX-License-Identifier: Apache-2.0
import { modelSchema } from '../modelSchema';
import {
  ANY,
  INTEGER,
  STRING,
  Schema,
  listOf,
  mapOf,
  objectOf,
} from '../Schema';

const conditions = listOf(modelSchema('V1Condition'), 'type');
const all = (type: Schema, ...names: string[]) =>
  Object.fromEntries(names.map(name => [name, type]));

const parentRef = objectOf('ParentReference', () => ({
  ...all(STRING, 'group', 'kind', 'namespace', 'name', 'sectionName'),
  port: INTEGER,
}));

const backendObject = {
  ...all(STRING, 'group', 'kind', 'name', 'namespace'),
  port: INTEGER,
};

const header = objectOf('HTTPHeader', () => all(STRING, 'name', 'value'));
const match = objectOf('NamedMatch', () =>
  all(STRING, 'type', 'name', 'value'),
);
const headerFilter = objectOf('HTTPHeaderFilter', () => ({
  set: listOf(header, 'name'),
  add: listOf(header, 'name'),
  remove: { type: 'list', of: STRING, set: true },
}));
const pathModifier = objectOf('HTTPPathModifier', () =>
  all(STRING, 'type', 'replaceFullPath', 'replacePrefixMatch'),
);

const filter = objectOf('HTTPRouteFilter', () => ({
  type: STRING,
  requestHeaderModifier: headerFilter,
  responseHeaderModifier: headerFilter,
  urlRewrite: objectOf('URLRewrite', () => ({
    hostname: STRING,
    path: pathModifier,
  })),
  requestRedirect: objectOf('RequestRedirect', () => ({
    ...all(STRING, 'scheme', 'hostname'),
    path: pathModifier,
    ...all(INTEGER, 'port', 'statusCode'),
  })),
  requestMirror: objectOf('RequestMirror', () => ({
    backendRef: objectOf('BackendObjectReference', () => backendObject),
    percent: INTEGER,
    fraction: objectOf('Fraction', () =>
      all(INTEGER, 'numerator', 'denominator'),
    ),
  })),
  extensionRef: objectOf('LocalObjectReference', () =>
    all(STRING, 'group', 'kind', 'name'),
  ),
  cors: ANY,
  externalAuth: ANY,
}));

const backendRef = objectOf('BackendRef', () => ({
  ...backendObject,
  weight: INTEGER,
  filters: listOf(filter),
}));

const httpRule = objectOf('HTTPRouteRule', () => ({
  name: STRING,
  matches: listOf(
    objectOf('HTTPRouteMatch', () => ({
      path: objectOf('HTTPPathMatch', () => all(STRING, 'type', 'value')),
      headers: listOf(match, 'name'),
      queryParams: listOf(match, 'name'),
      method: STRING,
    })),
  ),
  filters: listOf(filter),
  backendRefs: listOf(backendRef),
  timeouts: objectOf('HTTPRouteTimeouts', () =>
    all(STRING, 'request', 'backendRequest'),
  ),
  retry: ANY,
  sessionPersistence: ANY,
}));

const grpcRule = objectOf('GRPCRouteRule', () => ({
  name: STRING,
  matches: listOf(
    objectOf('GRPCRouteMatch', () => ({
      method: objectOf('GRPCMethodMatch', () =>
        all(STRING, 'type', 'service', 'method'),
      ),
      headers: listOf(match, 'name'),
    })),
  ),
  filters: listOf(filter),
  backendRefs: listOf(backendRef),
  sessionPersistence: ANY,
}));

const route = (rule: Schema) => ({
  spec: objectOf('RouteSpec', () => ({
    parentRefs: listOf(parentRef),
    hostnames: listOf(STRING),
    useDefaultGateways: STRING,
    rules: listOf(rule),
  })),
  status: objectOf('RouteStatus', () => ({
    parents: listOf(
      objectOf('RouteParentStatus', () => ({
        parentRef,
        controllerName: STRING,
        conditions,
      })),
    ),
  })),
});

const listener = objectOf('Listener', () => ({
  ...all(STRING, 'name', 'hostname', 'protocol'),
  port: INTEGER,
  tls: ANY,
  allowedRoutes: objectOf('AllowedRoutes', () => ({
    namespaces: objectOf('RouteNamespaces', () => ({
      from: STRING,
      selector: modelSchema('V1LabelSelector'),
    })),
    kinds: listOf(
      objectOf('RouteGroupKind', () => all(STRING, 'group', 'kind')),
    ),
  })),
}));

const address = objectOf('GatewayAddress', () => all(STRING, 'type', 'value'));

const fields: Record<string, Record<string, Schema>> = {
  GatewayClass: {
    spec: objectOf('GatewayClassSpec', () => ({
      ...all(STRING, 'controllerName', 'description'),
      parametersRef: ANY,
    })),
    status: objectOf('GatewayClassStatus', () => ({
      conditions,
      supportedFeatures: listOf(
        objectOf('SupportedFeature', () => ({ name: STRING })),
        'name',
      ),
    })),
  },
  Gateway: {
    spec: objectOf('GatewaySpec', () => ({
      gatewayClassName: STRING,
      listeners: listOf(listener, 'name'),
      addresses: listOf(address),
      infrastructure: objectOf('Infrastructure', () => ({
        labels: mapOf(STRING),
        annotations: mapOf(STRING),
        parametersRef: ANY,
      })),
      ...all(ANY, 'allowedListeners', 'backendTLS', 'tls', 'defaultScope'),
    })),
    status: objectOf('GatewayStatus', () => ({
      addresses: listOf(address),
      conditions,
      listeners: listOf(
        objectOf('ListenerStatus', () => ({
          name: STRING,
          supportedKinds: listOf(
            objectOf('RouteGroupKind', () => all(STRING, 'group', 'kind')),
          ),
          attachedRoutes: INTEGER,
          conditions,
        })),
        'name',
      ),
      attachedListenerSets: INTEGER,
    })),
  },
  HTTPRoute: route(httpRule),
  GRPCRoute: route(grpcRule),
  ReferenceGrant: {
    spec: objectOf('ReferenceGrantSpec', () => ({
      from: listOf(
        objectOf('ReferenceGrantFrom', () =>
          all(STRING, 'group', 'kind', 'namespace'),
        ),
      ),
      to: listOf(
        objectOf('ReferenceGrantTo', () =>
          all(STRING, 'group', 'kind', 'name'),
        ),
      ),
    })),
  },
};

/** The schema of a kind of the Gateway API, standard channel. */
export function gatewaySchema(kind: string): Schema {
  return objectOf(kind, () => ({
    apiVersion: STRING,
    kind: STRING,
    metadata: modelSchema('V1ObjectMeta'),
    ...fields[kind],
  }));
}
