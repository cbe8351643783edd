// SPDX-License-Identifier: Apache-2.0
import {
  checkPattern,
  isPreviewError,
  type QueueSplit,
} from '@preview-environments/backstage-plugin-preview-common';
import { invalid } from './invalid';

/** @throws PreviewError `InvalidRequest` */
export function checkQueues(queues: QueueSplit[]): void {
  queues.forEach((queue, index) => {
    checkQueue(queue, `queues[${index}]`);
    const first = queues.findIndex(
      ({ id, type }) => id === queue.id && type === queue.type,
    );
    const otherMode = queues.findIndex(
      ({ id, mode }) => id === queue.id && (mode ?? 'steal') !== modeOf(queue),
    );
    if (first < index) {
      throw invalid(
        `queues[${index}].id`,
        'A queue is named twice.',
        'Give every queue one entry.',
      );
    }
    if (otherMode >= 0) {
      throw invalid(
        `queues[${index}].mode`,
        'Queues of the same id have different modes.',
        'Give them the same mode, or other ids.',
      );
    }
  });
}

function checkQueue(
  { id, type, messageFilter, jqFilter }: QueueSplit,
  field: string,
): void {
  if (id.trim() === '') {
    throw invalid(
      `${field}.id`,
      'The queue has no id.',
      'Give the id under which it was registered, or "*" for all of its type.',
    );
  }
  const names = Object.keys(messageFilter ?? {});
  if (type === 'rabbitmq' && jqFilter !== undefined) {
    throw invalid(
      `${field}.jqFilter`,
      'Queues of RabbitMQ take no jq program.',
      'Use messageFilter.',
    );
  }
  if (names.length === 0 && jqFilter === undefined) {
    throw invalid(
      field,
      'Nothing says which messages are meant.',
      'Give messageFilter or jqFilter.',
    );
  }
  if (jqFilter?.trim() === '' || names.includes('')) {
    throw invalid(
      field,
      'A filter of the queue is empty.',
      'Leave it out, or say what it asks for.',
    );
  }
  for (const name of names) {
    checkMessagePattern(messageFilter![name], `${field}.messageFilter.${name}`);
  }
}

function checkMessagePattern(pattern: string, field: string): void {
  try {
    checkPattern(pattern, field);
  } catch (error) {
    if (isPreviewError(error)) {
      throw invalid(field, error.message, error.hint);
    }
    throw error;
  }
}

function modeOf({ mode = 'steal' }: QueueSplit) {
  return mode;
}
