// SPDX-License-Identifier: Apache-2.0
import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Preview environments. Durations: `8h`, `PT8H` or `{ hours: 8 }`. */
  preview?: {
    /**
     * Clusters that may run previews. Exactly one of `kubeconfig`, `url` and
     * `inCluster` tells how to reach each.
     */
    clusters?: Array<{
      /** The same names as in `kubernetes.clusterLocatorMethods`. */
      name: string;
      kubeconfig?: {
        file: string;
        /** Default: the file's current context. */
        context?: string;
      };
      /** Address of the API server. */
      url?: string;
      caFile?: string;
      tokenFile?: string;
      /** Use the service account of the pod in which the portal runs. */
      inCluster?: boolean;
      /** Where previews may run. */
      namespaces: string[];
      /** `kubernetes`, `mirrord` or one that a module brings. Default: `kubernetes`. */
      driver?: string;
      gateway?: {
        /** Where the gateway answers; probes go to this address only. */
        url?: string;
        /** A path that answers 2xx from the stable version. */
        probePath?: string;
        /** By `controllerName` of the GatewayClass. */
        controllers?: {
          [controller: string]: 'verified' | 'unverified' | 'unsupported';
        };
        /** `NAMESPACE/NAME` of gateways that may carry previews. Default: any. */
        parents?: string[];
        /** Attach to an unverified controller although nothing can be probed. */
        allowUnprobed?: boolean;
      };
    }>;
    defaults?: {
      /** Default: 8h. */
      ttl?: HumanDuration | string;
      traffic?: {
        /** Default: `steal`. */
        mode?: 'steal' | 'none';
      };
    };
    policy?: {
      /** Who may start: owners of the entity (default) or all who can read it. */
      start?: 'owners' | 'readers';
      /** Who may sign off: all who can read the entity (default) or its owners. */
      signOff?: 'readers' | 'owners';
      /** Who may keep a preview without an end. Default: admins. */
      pin?: 'admins' | 'owners';
      ttl?: {
        /** Default: 5m. */
        min?: HumanDuration | string;
        /** Default: 72h. */
        max?: HumanDuration | string;
        /** Longest life with all extensions. Default: no limit. */
        lifetime?: HumanDuration | string;
      };
      images?: {
        /**
         * Repositories besides the one that the workload runs already, for
         * example `ghcr.io/acme/*`. `*` alone allows every image.
         */
        allow?: string[];
        /** Images must be named by digest. Default: false. */
        requireDigest?: boolean;
      };
      env?: {
        /** Variables that may be set; none by default. */
        allow?: string[];
      };
      /**
       * What a preview gets in place of the workload's volume claims: an empty
       * volume. `readOnly` and `share` are refused for now.
       */
      claims?: 'empty';
      filters?: {
        /** Forms of filters besides exact headers; none by default. */
        allow?: (
          | 'header-regex'
          | 'header-jq'
          | 'path'
          | 'method'
          | 'json-body'
          | 'all-of'
          | 'any-of'
          | 'mirrord-default'
        )[];
      };
      inputs?: {
        /** What else may be asked for; nothing by default. */
        allow?: (
          | 'ports'
          | 'ignorePorts'
          | 'queues'
          | 'databases'
          | 'labels'
          | 'envSelection'
          | 'idle'
          | 'configMounts'
          | 'secretMounts'
        )[];
      };
      quotas?: {
        /** Default: 5. */
        perUser?: number;
        /** Default: 20. */
        perOwner?: number;
        /** Default: no limit. */
        perEntity?: number;
        /** Default: no limit. */
        perCluster?: number;
      };
    };
    targets?: {
      /** Take the catalog's word for which workload belongs to an entity. */
      trustCatalog?: boolean;
      /** Groups that own all workloads of a namespace. */
      namespaces?: { [namespace: string]: string[] };
    };
    routing?: {
      /** Headers by which requests may be chosen. Default: `x-preview-key`. */
      headers?: string[];
      /** Further kinds of gateway policies to look for, `KIND.GROUP`. */
      policyKinds?: string[];
    };
    lifecycle?: {
      /** How long after the deadline the cluster acts itself. Default: 60s. */
      backstopGrace?: HumanDuration | string;
      /** How long the pod of a failed preview stays. Default: 15m. */
      keepFailed?: HumanDuration | string;
      /** How long the last log lines stay after the end. Default: 7d. */
      keepLogs?: HumanDuration | string;
      /** How long a preview may take to become ready. Default: 10m. */
      readinessTimeout?: HumanDuration | string;
    };
    /** Refuse all starts. */
    freeze?: boolean;
    access?: {
      /** Groups that may stop, extend and read logs everywhere. */
      admins?: string[];
      /** Service accounts; one that is not listed may do nothing. */
      subjects?: Array<{
        /** As the auth service reports it, for example `external:ci`. */
        subject?: string;
        /**
         * In place of `subject`: workflows of GitHub Actions, by their OIDC
         * tokens. Each may act only on entities whose annotation
         * `github.com/project-slug` is its own repository.
         */
        github?: {
          /** As in `backend.auth.externalAccess`. Default: `github`. */
          subjectPrefix?: string;
          /** Organizations and users; `NAME@ID` demands that number as well. */
          owners: string[];
          /**
           * What the workflow must run for, as in its token: `pull_request`,
           * `ref:refs/heads/main`, `environment:staging`; `*` may be the end,
           * after `:` or `/`.
           */
          contexts: string[];
        };
        /** Entity refs, or `*`. */
        entities?: string[];
        /** Namespaces, or `*`. */
        namespaces?: string[];
        /** Clusters, or `*`. */
        clusters?: string[];
        actions?: Array<
          'read' | 'start' | 'update' | 'extend' | 'stop' | 'logs'
        >;
      }>;
    };
    notifications?: {
      /** Path of the Previews page in the portal. Default: `/previews`. */
      page?: string;
      /**
       * How long before its end people are warned, once each; `[]` for never.
       * Default: 24h, 2h, 15m.
       */
      warnBefore?: Array<HumanDuration | string>;
    };
    /**
     * Links on each preview. Places: `{{ key }}`, `{{ session }}`,
     * `{{ entity }}`, `{{ cluster }}`, `{{ namespace }}`, `{{ target }}`,
     * `{{ pod }}`, `{{ image }}`, and the time window `{{ from }}`,
     * `{{ to }}`, also `| s`, `| ms`, `| us` or `| ns`.
     */
    links?: Array<{ title: string; url: string; icon?: string }>;
    audit?: {
      /**
       * Private Ed25519 key that signs the audit log: PEM, or base64 of its
       * DER form. Without it a development key is made.
       * @visibility secret
       */
      signingKey?: string;
      /**
       * Keys of before that go on signing beside it for a while.
       * @deepVisibility secret
       */
      previousSigningKeys?: string[];
      /** Name of the log. Default: the address of its API, without https://. */
      origin?: string;
      /** Where checkpoints are kept outside the database. */
      anchor?: {
        /** A line of Backstage's auditor. Default: true. */
        log?: boolean;
        /** A file to which checkpoints are added. */
        file?: string;
        webhook?: {
          /** Receives each checkpoint by POST, as text. */
          url: string;
          /**
           * Sent as bearer token.
           * @visibility secret
           */
          token?: string;
        };
        /** Least time between two checkpoints in one place. Default: 1m. */
        interval?: HumanDuration | string;
      };
      /** Move the content of old events into files. Default: never. */
      retention?: {
        /** How long content stays in the database. */
        keep: HumanDuration | string;
        /** Folder for the files, the same for all replicas. */
        archive: string;
      };
    };
    runbooks?: {
      /** Where a company keeps its own runbook pages, one per code. */
      url?: string;
    };
  };
}
