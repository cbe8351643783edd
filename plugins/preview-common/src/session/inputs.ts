// SPDX-License-Identifier: Apache-2.0

/**
 * What a start may ask for besides image, traffic, variables and replicas.
 * Drivers tell which of them they can do, policy which may be asked for.
 *
 * @public
 */
export const INPUT_NAMES = [
  'ports',
  'ignorePorts',
  'queues',
  'databases',
  'labels',
  'envSelection',
  'idle',
  'configMounts',
  'secretMounts',
] as const;

/** @public */
export type InputName = (typeof INPUT_NAMES)[number];

/**
 * Which of the names that the target has are kept. `*` and `?` stand for any
 * characters and any one. Exactly one of the two lists.
 *
 * @public
 */
export interface Selection {
  include?: string[];
  exclude?: string[];
}

/** @public */
export const QUEUE_TYPES = [
  'sqs',
  'kafka',
  'rabbitmq',
  'gcp-pubsub',
  'azure-service-bus',
  'redis-pubsub',
  'temporal',
  'bullmq',
] as const;

/** @public */
export type QueueType = (typeof QUEUE_TYPES)[number];

/**
 * Messages of one queue or topic that go to the preview. With both filters a
 * message must pass both.
 *
 * @public
 */
export interface QueueSplit {
  /** Name under which the platform team registered it; `*` = all of the type. */
  id: string;
  type: QueueType;
  /** Regular expression by name of an attribute or header; all must match. */
  messageFilter?: Record<string, string>;
  /** jq program that answers `true`. Not for `rabbitmq`. */
  jqFilter?: string;
  /** `steal` (default): only the preview gets it; `mirror`: both do. */
  mode?: 'steal' | 'mirror';
}

/** @public */
export const DATABASE_TYPES = [
  'mysql',
  'mariadb',
  'pg',
  'dynamodb',
  'mongodb',
  'mssql',
  'redis',
  'spanner',
  'clickhouse',
  'cockroachdb',
] as const;

/** @public */
export type DatabaseType = (typeof DATABASE_TYPES)[number];

/** A branch database that exists already. @public */
export interface DatabaseBranch {
  type: DatabaseType;
  /** Name of the Kubernetes object of the branch. */
  name: string;
}

/**
 * Running without pods while nobody uses the preview.
 *
 * @public
 */
export interface Idle {
  /** Begin without pods. */
  startIdle?: boolean;
  /** At least 30. Absent = never goes idle by itself. */
  sleepAfterSeconds?: number;
  /** How long requests are held while a pod wakes. At least 1. */
  wakeTimeoutSeconds?: number;
}

/** A file in the preview's main container. @public */
export interface FileMount {
  /** Absolute, no two the same. */
  path: string;
  type: 'text' | 'binary';
  /** The text itself, or base64 of the bytes. */
  data: string;
}

/**
 * Members of a start request. Absent = as it is (on an update) or nothing;
 * `null` takes it away. All contents of files together: at most 1 MiB.
 *
 * @public
 */
export interface StartInputs {
  /** Only these ports of the container get requests. Not with `ignorePorts`. */
  ports?: number[] | null;
  /** All ports but these. */
  ignorePorts?: number[] | null;
  queues?: QueueSplit[] | null;
  databases?: DatabaseBranch[] | null;
  /** Keys of the labels that the pods take over from the target. */
  labels?: Selection | null;
  /** Names of the variables that the pods take over from the target. */
  envSelection?: Selection | null;
  idle?: Idle | null;
  /** Can be read by whoever may read the session's resource. */
  configMounts?: FileMount[] | null;
  /**
   * Contents are handed to the cluster and kept nowhere: whatever begins a
   * new revision must send them again.
   */
  secretMounts?: FileMount[] | null;
}

/**
 * What was asked for, as it is kept and as drivers get it: only members that
 * say something, and nothing of the contents of secret files.
 *
 * @public
 */
export interface AskedInputs {
  ports?: number[];
  ignorePorts?: number[];
  queues?: QueueSplit[];
  databases?: DatabaseBranch[];
  labels?: Selection;
  envSelection?: Selection;
  idle?: Idle;
  configMounts?: FileMount[];
  secretMounts?: { path: string }[];
  /** Changes whenever contents of secret files are sent. */
  secretContents?: string;
}

/**
 * What was asked for, as the API shows it. Contents of files are left out.
 *
 * @public
 */
export interface SessionInputs {
  ports: number[] | null;
  ignorePorts: number[] | null;
  queues: QueueSplit[];
  databases: DatabaseBranch[];
  labels: Selection | null;
  envSelection: Selection | null;
  idle: Idle | null;
  configMounts: { path: string; type: 'text' | 'binary'; bytes: number }[];
  secretMounts: { path: string }[];
}

/** Names of the inputs that say something, in one order. @public */
export function inputNames(inputs: StartInputs | AskedInputs): InputName[] {
  return INPUT_NAMES.filter(name => {
    const value = inputs[name];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
}
