// SPDX-License-Identifier: Apache-2.0
import type {
  FilterType,
  InputName,
  TrafficMode,
} from '@preview-environments/backstage-plugin-preview-common';
import type { AuditConfig } from './auditSchema';

/** How a gateway controller is known to behave, see `docs/gateways.md`. */
export type ControllerTrust = 'verified' | 'unverified' | 'unsupported';

export interface GatewayConfig {
  /** Address at which the gateway answers the portal's probes, or `null`. */
  url: string | null;
  /** Path that answers 2xx from the stable version, or `null`. */
  probePath: string | null;
  /** Trust by `controllerName` of the GatewayClass. */
  controllers: Record<string, ControllerTrust>;
  /** `NAMESPACE/NAME` of gateways that may carry previews; empty = any. */
  parents: string[];
  /** Attach to an unverified controller although nothing can be probed. */
  allowUnprobed: boolean;
}

export type ClusterAccess =
  | { type: 'kubeconfig'; file: string; context: string | null }
  | {
      type: 'url';
      url: string;
      caFile: string | null;
      tokenFile: string | null;
    }
  | { type: 'inCluster' };

export interface ClusterConfig {
  name: string;
  access: ClusterAccess;
  /** Where previews may run. */
  namespaces: string[];
  driver: string;
  gateway: GatewayConfig;
}

/** Workflows of GitHub Actions, known by their OIDC tokens. */
export interface GithubSubjectConfig {
  /** As in `backend.auth.externalAccess`. */
  subjectPrefix: string;
  /** Organizations and users; `NAME@ID` demands that number as well. */
  owners: string[];
  /** What a workflow must run for: exact, or with `*` as the last part. */
  contexts: string[];
}

/** Who it means: exactly one of `subject` and `github`. */
export interface SubjectConfig {
  /** Subject as the auth service reports it, for example `external:ci`. */
  subject: string | null;
  github: GithubSubjectConfig | null;
  entities: string[];
  namespaces: string[];
  clusters: string[];
  actions: ('read' | 'start' | 'update' | 'extend' | 'stop' | 'logs')[];
}

export interface LinkTemplate {
  title: string;
  url: string;
  icon: string | null;
}

/** The whole `preview` section, read once. Durations in milliseconds. */
export interface PreviewConfig {
  clusters: ClusterConfig[];
  defaults: { ttl: number; trafficMode: TrafficMode };
  policy: {
    start: 'owners' | 'readers';
    /** Who may sign off. */
    signOff: 'readers' | 'owners';
    /** Who may keep a preview without an end. */
    pin: 'admins' | 'owners';
    ttl: { min: number; max: number; lifetime: number | null };
    images: { allow: string[]; requireDigest: boolean };
    env: { allow: string[] };
    /** Forms of filters besides exact headers. */
    filters: { allow: FilterType[] };
    inputs: { allow: InputName[] };
    quotas: {
      perUser: number;
      perOwner: number;
      perEntity: number | null;
      perCluster: number | null;
    };
  };
  targets: {
    trustCatalog: boolean;
    /** Owner refs by namespace: the third way to bind a workload. */
    namespaces: Record<string, string[]>;
  };
  routing: { headers: string[]; policyKinds: string[] };
  lifecycle: {
    backstopGrace: number;
    keepFailed: number;
    keepLogs: number;
    readinessTimeout: number;
  };
  freeze: boolean;
  access: { admins: string[]; subjects: SubjectConfig[] };
  notifications: {
    /** Path of the Previews page in the portal, without a slash at its end. */
    page: string;
    /** How long before its end a preview is warned of. */
    warnBefore: number[];
  };
  audit: AuditConfig;
  links: LinkTemplate[];
  /** Where the runbook pages are, one per code. */
  runbooksUrl: string;
}
