// SPDX-License-Identifier: Apache-2.0
import type {
  QueueSplit,
  QueueType,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Fields } from './Fields';

const TYPES: Record<string, QueueType> = {
  SQS: 'sqs',
  Kafka: 'kafka',
  RMQ: 'rabbitmq',
  GCPPubSub: 'gcp-pubsub',
  AzureServiceBus: 'azure-service-bus',
  RedisPubSub: 'redis-pubsub',
  Temporal: 'temporal',
  BullMQ: 'bullmq',
};

/** `feature.split_queues`: a map by id, or a list with ids in it. */
export function readQueues(
  feature: Fields | undefined,
): QueueSplit[] | undefined {
  const value = feature?.any('split_queues');
  if (value === undefined) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return feature!.sections('split_queues')!.map(part => {
      const id = part.text('queue_id') ?? part.text('id');
      if (!id) {
        throw part.wrong('queue_id', 'the id of a queue');
      }
      return readQueue(part, id);
    });
  }
  const all = feature!.section('split_queues')!;
  return all.names().map(id => {
    const part = all.section(id);
    if (!part) {
      throw all.wrong(id, 'an object with queue_type');
    }
    return readQueue(part, id);
  });
}

function readQueue(part: Fields, id: string): QueueSplit {
  const type = TYPES[part.text('queue_type') ?? ''];
  if (!type) {
    throw part.wrong('queue_type', `one of ${Object.keys(TYPES).join(', ')}`);
  }
  const mode = part.text('queue_mode');
  if (mode !== undefined && mode !== 'steal' && mode !== 'mirror') {
    throw part.wrong('queue_mode', 'steal or mirror');
  }
  const messageFilter = part.map('message_filter');
  const jqFilter = part.text('jq_filter');
  if (type === 'rabbitmq' && !messageFilter) {
    throw part.wrong('message_filter', 'given for RMQ');
  }
  return {
    id,
    type,
    ...(messageFilter && { messageFilter }),
    ...(jqFilter && { jqFilter }),
    ...(mode && { mode }),
  };
}
