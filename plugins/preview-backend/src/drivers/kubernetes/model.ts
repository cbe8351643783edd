// SPDX-License-Identifier: Apache-2.0
/*
 * The few fields of Kubernetes objects that the driver reads, in the raw JSON
 * shape of the API. Raw, because typed models drop what they do not know and
 * turn times into dates; unknown fields must survive a copy.
 */

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
}

export interface Metadata {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
}

export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
  [field: string]: unknown;
}

export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
  observedGeneration?: number;
}

export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

export interface EnvVar {
  name: string;
  value?: string;
  valueFrom?: { secretKeyRef?: { name: string; key: string } } & Record<
    string,
    unknown
  >;
}

export interface ContainerPort {
  containerPort: number;
  hostPort?: number;
  hostIP?: string;
  name?: string;
  protocol?: string;
}

export interface Container {
  name: string;
  image?: string;
  env?: EnvVar[];
  envFrom?: { secretRef?: { name: string }; [field: string]: unknown }[];
  ports?: ContainerPort[];
  volumeMounts?: { name: string; [field: string]: unknown }[];
  volumeDevices?: { name: string }[];
  securityContext?: { privileged?: boolean; [field: string]: unknown };
  restartPolicy?: string;
  [field: string]: unknown;
}

export interface Volume {
  name: string;
  [source: string]: unknown;
}

export interface AffinityTerm {
  labelSelector?: LabelSelector;
  topologyKey?: string;
  [field: string]: unknown;
}

export interface PodAffinity {
  requiredDuringSchedulingIgnoredDuringExecution?: AffinityTerm[];
  preferredDuringSchedulingIgnoredDuringExecution?: {
    weight: number;
    podAffinityTerm: AffinityTerm;
  }[];
}

export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  volumes?: Volume[];
  serviceAccountName?: string;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
  affinity?: {
    podAffinity?: PodAffinity;
    podAntiAffinity?: PodAffinity;
    [field: string]: unknown;
  };
  topologySpreadConstraints?: AffinityTerm[];
  [field: string]: unknown;
}

export interface PodTemplate {
  metadata?: Partial<Metadata>;
  spec: PodSpec;
}

/** A Deployment or StatefulSet. */
export interface Workload extends KubeObject {
  spec: {
    replicas?: number;
    selector: LabelSelector;
    template: PodTemplate;
    volumeClaimTemplates?: { metadata: { name: string } }[];
  };
}

export interface ServicePort {
  name?: string;
  port: number;
  protocol?: string;
  appProtocol?: string;
  targetPort?: number | string;
  nodePort?: number;
}

export interface Service extends KubeObject {
  spec: {
    selector?: Record<string, string>;
    ports?: ServicePort[];
    [field: string]: unknown;
  };
}

export interface Selecting extends KubeObject {
  spec: { selector?: LabelSelector };
}
