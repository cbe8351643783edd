// SPDX-License-Identifier: Apache-2.0
import {
  INPUT_NAMES,
  type InputName,
  inputNames,
  type PreviewError,
  previewError,
  type QueueSplit,
  type QueueType,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import { fieldRefusal, hasField, type OperatorFacts } from './operator';

/** Features that an operator names only where they are switched on. */
const QUEUE_FEATURES: Partial<Record<QueueType, string>> = {
  sqs: 'SqsQueueSplitting',
  kafka: 'KafkaQueueSplitting',
  rabbitmq: 'RmqQueueSplitting',
  'gcp-pubsub': 'GcpPubSubQueueSplitting',
  'redis-pubsub': 'RedisPubSubQueueSplitting',
  temporal: 'TemporalQueueSplitting',
  bullmq: 'BullMqQueueSplitting',
};

/** jq came later than queues, for these two as a feature of its own. */
const JQ_FEATURES: Partial<Record<QueueType, string>> = {
  sqs: 'SqsQueueSplittingWithJqFilter',
  kafka: 'KafkaQueueSplittingWithJqFilter',
};

/** Inputs for which an operator is new enough. */
export function supportedInputs(operator: OperatorFacts): InputName[] {
  return INPUT_NAMES.filter(
    name => name === 'ports' || hasField(operator, name),
  );
}

/** Everything among the further inputs that this operator cannot do. */
export function refusalsOfInputs(
  { inputs }: Pick<SessionIntent, 'inputs'>,
  operator: OperatorFacts,
): PreviewError[] {
  const supported = supportedInputs(operator);
  const tooNew = inputNames(inputs).filter(name => !supported.includes(name));
  return [
    ...tooNew.map(name =>
      fieldRefusal(operator, name as Exclude<InputName, 'ports'>),
    ),
    ...(inputs.queues ?? []).flatMap((queue, index) =>
      refusalsOfQueue(queue, `queues[${index}]`, operator),
    ),
  ];
}

function refusalsOfQueue(
  { type, jqFilter }: QueueSplit,
  field: string,
  { features }: OperatorFacts,
): PreviewError[] {
  const wanted = [
    { feature: QUEUE_FEATURES[type], at: `${field}.type` },
    {
      feature: jqFilter === undefined ? undefined : JQ_FEATURES[type],
      at: `${field}.jqFilter`,
    },
  ];
  return wanted.flatMap(({ feature, at }) =>
    feature === undefined || features.has(feature)
      ? []
      : [
          previewError('FeatureUnsupported', {
            message: `The mirrord operator of this cluster does not offer ${feature}.`,
            hint: 'Leave it out, or ask the platform team to switch it on in the Helm chart of the operator or to upgrade it.',
            field: at,
          }),
        ],
  );
}
