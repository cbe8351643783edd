// SPDX-License-Identifier: Apache-2.0
import { Interception } from './table/interception';

/*
 * The few fields of Kubernetes and Gateway API objects that the gateway reads, in the raw JSON
 * shape of the API. Raw, because typed models drop what they do not know and turn times into dates.
 */

export interface Metadata {
  name: string;
  namespace?: string;
  uid?: string;
  generation?: number;
  resourceVersion?: string;
  creationTimestamp?: string;
  labels?: Record<string, string>;
}

export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
  observedGeneration?: number;
  lastTransitionTime: string;
}

export interface KubeObject {
  apiVersion?: string;
  kind?: string;
  metadata: Metadata;
}

export interface GatewayClass extends KubeObject {
  spec: { controllerName: string };
  status?: { conditions?: Condition[]; supportedFeatures?: { name: string }[] };
}

export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

export interface Listener {
  name: string;
  hostname?: string;
  port: number;
  protocol: string;
  allowedRoutes?: {
    kinds?: { group?: string; kind: string }[];
    namespaces?: { from?: string; selector?: LabelSelector };
  };
}

export interface ListenerStatus {
  name: string;
  supportedKinds: { group: string; kind: string }[];
  attachedRoutes: number;
  conditions: Condition[];
}

export interface Gateway extends KubeObject {
  spec: { gatewayClassName: string; listeners: Listener[] };
  status?: {
    addresses?: { type?: string; value: string }[];
    conditions?: Condition[];
    listeners?: ListenerStatus[];
  };
}

export interface ParentRef {
  group?: string;
  kind?: string;
  namespace?: string;
  name: string;
  sectionName?: string;
  port?: number;
}

export interface PathMatch {
  type?: string;
  value?: string;
}

export interface NamedMatch {
  type?: string;
  name: string;
  value: string;
}

export interface RouteMatch {
  path?: PathMatch;
  method?: string;
  headers?: NamedMatch[];
  queryParams?: NamedMatch[];
}

export interface BackendObjectRef {
  group?: string;
  kind?: string;
  namespace?: string;
  name: string;
  port?: number;
}

export interface HeaderModifier {
  set?: { name: string; value: string }[];
  add?: { name: string; value: string }[];
  remove?: string[];
}

export interface PathModifier {
  type: string;
  replaceFullPath?: string;
  replacePrefixMatch?: string;
}

export interface RouteFilter {
  type: string;
  requestHeaderModifier?: HeaderModifier;
  responseHeaderModifier?: HeaderModifier;
  urlRewrite?: { hostname?: string; path?: PathModifier };
  requestRedirect?: {
    scheme?: string;
    hostname?: string;
    path?: PathModifier;
    port?: number;
    statusCode?: number;
  };
  requestMirror?: {
    backendRef: BackendObjectRef;
    percent?: number;
    fraction?: { numerator: number; denominator?: number };
  };
}

export interface BackendRef extends BackendObjectRef {
  weight?: number;
  filters?: RouteFilter[];
}

export interface RouteRule {
  matches?: RouteMatch[];
  filters?: RouteFilter[];
  backendRefs?: BackendRef[];
  timeouts?: { request?: string; backendRequest?: string };
}

export interface RouteParentStatus {
  parentRef: ParentRef;
  controllerName: string;
  conditions: Condition[];
}

export interface HttpRoute extends KubeObject {
  spec: { parentRefs?: ParentRef[]; hostnames?: string[]; rules?: RouteRule[] };
  status?: { parents?: RouteParentStatus[] };
}

export interface ReferenceGrant extends KubeObject {
  spec: {
    from: { group: string; kind: string; namespace: string }[];
    to: { group: string; kind: string; name?: string }[];
  };
}

export interface ServicePort {
  name?: string;
  port: number;
  targetPort?: number | string;
  appProtocol?: string;
}

export interface Service extends KubeObject {
  spec: {
    type?: string;
    selector?: Record<string, string>;
    ports?: ServicePort[];
  };
}

export interface NamedPort {
  name?: string;
  port?: number;
}

export interface EndpointSlice extends KubeObject {
  addressType: string;
  ports?: NamedPort[];
  endpoints?: { addresses: string[]; conditions?: { ready?: boolean } }[];
}

export interface Endpoints extends KubeObject {
  subsets?: { addresses?: { ip: string }[]; ports?: NamedPort[] }[];
}

/** Everything the gateway knows of the cluster at one moment. */
export interface World {
  gatewayClasses: GatewayClass[];
  gateways: Gateway[];
  httpRoutes: HttpRoute[];
  referenceGrants: ReferenceGrant[];
  services: Service[];
  namespaces: KubeObject[];
  /** Empty where the cluster does not serve discovery.k8s.io/v1; then `endpoints` is filled. */
  endpointSlices: EndpointSlice[];
  endpoints: Endpoints[];
  /** What agents beside the pods take; absent where there are none. */
  interceptions?: Interception[];
}

/** `namespace/name`, the order in which the Gateway API compares names. */
export function nameOf(object: KubeObject): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}
