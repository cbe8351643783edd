// SPDX-License-Identifier: Apache-2.0
import type { Condition, KubeObject } from '../../model';

/*
 * Raw HTTPRoute. Whatever is not named here is kept as it is: a rule is
 * copied whole, also fields of newer versions of the Gateway API.
 */

export interface ParentRef {
  group?: string;
  kind?: string;
  namespace?: string;
  name: string;
  sectionName?: string;
  port?: number;
}

export interface HeaderMatch {
  type?: string;
  name: string;
  value: string;
}

export interface RouteMatch {
  path?: { type?: string; value?: string };
  method?: string;
  headers?: HeaderMatch[];
  queryParams?: HeaderMatch[];
  [field: string]: unknown;
}

export interface HeaderModifier {
  set?: { name: string; value: string }[];
  add?: { name: string; value: string }[];
  remove?: string[];
}

export interface RouteFilter {
  type: string;
  responseHeaderModifier?: HeaderModifier;
  [field: string]: unknown;
}

export interface BackendRef {
  group?: string;
  kind?: string;
  namespace?: string;
  name: string;
  port?: number;
  weight?: number;
  [field: string]: unknown;
}

export interface RouteRule {
  name?: string;
  matches?: RouteMatch[];
  filters?: RouteFilter[];
  backendRefs?: BackendRef[];
  [field: string]: unknown;
}

export interface HttpRouteSpec {
  parentRefs?: ParentRef[];
  hostnames?: string[];
  rules?: RouteRule[];
  [field: string]: unknown;
}

export interface RouteParentStatus {
  parentRef: ParentRef;
  controllerName: string;
  conditions: Condition[];
}

export interface HttpRoute extends KubeObject {
  spec: HttpRouteSpec;
  status?: { parents?: RouteParentStatus[] };
}
