// SPDX-License-Identifier: Apache-2.0
import {
  type AskedInputs,
  boundKey,
  DATABASE_TYPES,
  type EnvOverride,
  type Idle,
  type QueueSplit,
  type QueueType,
  type Selection,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  DatabaseBranching,
  MirrordSessionSpec,
  NameFilter,
  QueueFilter,
  QueueSplitting,
} from './model';

/** Fields of a session for what else was asked for. */
export function inputFields(
  inputs: AskedInputs,
  key: string,
): Partial<MirrordSessionSpec> {
  const { queues = [], databases = [], labels, idle } = inputs;
  const { configMounts = [], secretMounts = [] } = inputs;
  return {
    ...(queues.length && { queueSplitting: splittingOf(queues, key) }),
    ...(databases.length && { dbBranching: branchingOf(databases) }),
    ...(labels && { labels: nameFilter(labels) }),
    ...(configMounts.length && {
      configMounts: configMounts.map(({ path, type, data }) => ({
        path,
        type,
        data,
      })),
    }),
    ...(secretMounts.length && {
      secretMounts: secretMounts.map(({ path }, index) => ({
        path,
        secretKey: secretKey(index),
      })),
    }),
    ...(idle && { idle: idleOf(idle) }),
  };
}

/** Key under which the operator keeps the n-th secret file. */
export function secretKey(index: number): string {
  return `k${index}`;
}

/** Variables that are set, and which of the target's are kept. */
export function envFields(
  env: EnvOverride[],
  selection: Selection | undefined,
): Pick<MirrordSessionSpec, 'env'> {
  if (env.length === 0 && !selection) {
    return {};
  }
  const overrides = env.map(({ name, value = '' }) => [name, value]);
  return {
    env: {
      ...(selection && nameFilter(selection)),
      ...(overrides.length && { overrides: Object.fromEntries(overrides) }),
    },
  };
}

/** Ports are part of the traffic that is taken; without any they say nothing. */
export function portFields({ ports, ignorePorts }: AskedInputs) {
  return {
    ...(ports?.length && { ports }),
    ...(ignorePorts?.length && { ignorePorts }),
  };
}

function nameFilter({ include, exclude }: Selection): NameFilter {
  return include ? { include } : { exclude: exclude ?? [] };
}

function idleOf({ startIdle, sleepAfterSeconds, wakeTimeoutSeconds }: Idle) {
  return {
    ...(startIdle !== undefined && { startIdle }),
    ...(sleepAfterSeconds !== undefined && {
      sleepAfterSecs: sleepAfterSeconds,
    }),
    ...(wakeTimeoutSeconds !== undefined && {
      wakeTimeoutSecs: wakeTimeoutSeconds,
    }),
  };
}

function branchingOf(
  databases: NonNullable<AskedInputs['databases']>,
): DatabaseBranching {
  return Object.fromEntries(
    DATABASE_TYPES.flatMap(type => {
      const names = databases
        .filter(each => each.type === type)
        .map(({ name }) => name);
      return names.length ? [[`${type}BranchNames`, names]] : [];
    }),
  );
}

const FIELDS: Record<QueueType, keyof QueueSplitting> = {
  sqs: 'sqsQueueFilters',
  kafka: 'kafkaQueueFilters',
  rabbitmq: 'rmqQueueFilters',
  'gcp-pubsub': 'gcpPubsubQueueFilters',
  'azure-service-bus': 'azureServiceBusQueueFilters',
  'redis-pubsub': 'redisPubsubQueueFilters',
  temporal: 'temporalQueueFilters',
  bullmq: 'bullmqQueueFilters',
};

function splittingOf(queues: QueueSplit[], key: string): QueueSplitting {
  const fields: Record<string, Record<string, unknown>> = {};
  const set = (field: string, id: string, value: unknown) => {
    fields[field] = { ...fields[field], [id]: value };
  };
  for (const { id, type, messageFilter, jqFilter, mode } of queues) {
    const patterns =
      messageFilter &&
      Object.fromEntries(
        Object.entries(messageFilter).map(([name, pattern]) => [
          name,
          boundKey(pattern, key),
        ]),
      );
    if (type !== 'kafka') {
      const filter: QueueFilter = {
        ...(patterns && { messageFilter: patterns }),
        ...(jqFilter !== undefined && { jqFilter }),
      };
      set(FIELDS[type], id, filter);
    } else {
      // Topics keep the older shape: a bare map, and jq in a map of its own.
      if (patterns) {
        set(FIELDS.kafka, id, patterns);
      }
      if (jqFilter !== undefined) {
        set('kafkaQueueJqFilters', id, jqFilter);
      }
    }
    if (mode === 'mirror') {
      set('queueModes', id, mode);
    }
  }
  return fields as QueueSplitting;
}
