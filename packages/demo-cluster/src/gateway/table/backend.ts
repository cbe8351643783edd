// SPDX-License-Identifier: Apache-2.0
import { BackendObjectRef, ReferenceGrant } from '../objects';
import { Directory } from './Directory';
import { Endpoint, readyEndpoints } from './endpoints';
import { Taken, takenAt } from './interception';

/** Why a backend reference cannot be used: a reason of the route's ResolvedRefs condition. */
export interface BackendProblem {
  reason:
    | 'InvalidKind'
    | 'BackendNotFound'
    | 'RefNotPermitted'
    | 'UnsupportedProtocol';
  message: string;
}

/** A reference to a port of a Service, followed to its ready endpoints. */
export interface Backend {
  /** `namespace/name` of the Service. */
  service: string;
  port: number;
  endpoints: Endpoint[];
  /** Absent where nobody takes any of its requests. */
  taken?: Taken[];
}

const plainProtocols = ['http', 'kubernetes.io/ws'];

function grantAllows(
  grant: ReferenceGrant,
  fromNamespace: string,
  to: { namespace: string; name: string },
): boolean {
  return (
    grant.metadata.namespace === to.namespace &&
    grant.spec.from.some(
      from =>
        from.group === 'gateway.networking.k8s.io' &&
        from.kind === 'HTTPRoute' &&
        from.namespace === fromNamespace,
    ) &&
    grant.spec.to.some(
      target =>
        target.group === '' &&
        target.kind === 'Service' &&
        (target.name ?? to.name) === to.name,
    )
  );
}

/** Follows a backend reference of a route in `routeNamespace`. */
export function resolveBackend(
  directory: Directory,
  routeNamespace: string,
  ref: BackendObjectRef,
): Backend | BackendProblem {
  const kind = ref.kind ?? 'Service';
  if ((ref.group ?? '') !== '' || kind !== 'Service') {
    return {
      reason: 'InvalidKind',
      message: `${kind} ${ref.name} cannot be a backend, only a Service can`,
    };
  }
  const namespace = ref.namespace ?? routeNamespace;
  const name = `${namespace}/${ref.name}`;
  const permitted =
    namespace === routeNamespace ||
    directory.grants.some(grant =>
      grantAllows(grant, routeNamespace, { namespace, name: ref.name }),
    );
  if (!permitted) {
    return {
      reason: 'RefNotPermitted',
      message: `no ReferenceGrant in ${namespace} lets HTTPRoutes of ${routeNamespace} use Service ${ref.name}`,
    };
  }
  const service = directory.service(name);
  if (!service) {
    return {
      reason: 'BackendNotFound',
      message: `Service ${name} does not exist`,
    };
  }
  const port = (service.spec.ports ?? []).find(
    candidate => candidate.port === ref.port,
  );
  if (!port) {
    return {
      reason: 'BackendNotFound',
      message: `Service ${name} has no port ${ref.port}`,
    };
  }
  if (port.appProtocol && !plainProtocols.includes(port.appProtocol)) {
    return {
      reason: 'UnsupportedProtocol',
      message: `port ${port.port} of Service ${name} speaks ${port.appProtocol}, this gateway plain HTTP only`,
    };
  }
  const taken = takenAt(directory, service, port);
  return {
    service: name,
    port: port.port,
    endpoints: readyEndpoints(directory, name, port),
    ...(taken.length && { taken }),
  };
}

/** Tells a problem from a usable backend. */
export function isProblem(
  backend: Backend | BackendProblem,
): backend is BackendProblem {
  return 'reason' in backend;
}
