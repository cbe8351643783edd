// SPDX-License-Identifier: Apache-2.0

/** One kind as the API server serves it. */
export interface Resource {
  /** Empty for the core group. */
  group: string;
  version: string;
  plural: string;
  kind: string;
}

const r = (
  group: string,
  version: string,
  plural: string,
  kind: string,
): Resource => ({ group, version, plural, kind });

export const JOBS = r('batch', 'v1', 'jobs', 'Job');
export const REPLICA_SETS = r('apps', 'v1', 'replicasets', 'ReplicaSet');
export const DEPLOYMENTS = r('apps', 'v1', 'deployments', 'Deployment');
export const STATEFUL_SETS = r('apps', 'v1', 'statefulsets', 'StatefulSet');
export const DAEMON_SETS = r('apps', 'v1', 'daemonsets', 'DaemonSet');
/** Of Argo Rollouts; only where that is installed. */
export const ROLLOUTS = r('argoproj.io', 'v1alpha1', 'rollouts', 'Rollout');
export const PODS = r('', 'v1', 'pods', 'Pod');
export const SERVICES = r('', 'v1', 'services', 'Service');
export const EVENTS = r('', 'v1', 'events', 'Event');
export const RESOURCE_QUOTAS = r('', 'v1', 'resourcequotas', 'ResourceQuota');
export const NAMESPACES = r('', 'v1', 'namespaces', 'Namespace');
export const DISRUPTION_BUDGETS = r(
  'policy',
  'v1',
  'poddisruptionbudgets',
  'PodDisruptionBudget',
);
export const AUTOSCALERS = r(
  'autoscaling',
  'v2',
  'horizontalpodautoscalers',
  'HorizontalPodAutoscaler',
);
export const NETWORK_POLICIES = r(
  'networking.k8s.io',
  'v1',
  'networkpolicies',
  'NetworkPolicy',
);
export const POD_MONITORS = r(
  'monitoring.coreos.com',
  'v1',
  'podmonitors',
  'PodMonitor',
);
export const HTTP_ROUTES = r(
  'gateway.networking.k8s.io',
  'v1',
  'httproutes',
  'HTTPRoute',
);
export const GRPC_ROUTES = r(
  'gateway.networking.k8s.io',
  'v1',
  'grpcroutes',
  'GRPCRoute',
);
export const GATEWAYS = r(
  'gateway.networking.k8s.io',
  'v1',
  'gateways',
  'Gateway',
);

export function apiVersion(resource: Resource): string {
  return resource.group
    ? `${resource.group}/${resource.version}`
    : resource.version;
}

/** Path of a collection, or of one object when `name` is given. */
export function resourcePath(
  resource: Resource,
  namespace: string | null,
  name?: string,
): string {
  const root = resource.group
    ? `/apis/${resource.group}/${resource.version}`
    : `/api/${resource.version}`;
  return [
    root,
    ...(namespace ? ['namespaces', encodeURIComponent(namespace)] : []),
    resource.plural,
    ...(name ? [encodeURIComponent(name)] : []),
  ].join('/');
}
