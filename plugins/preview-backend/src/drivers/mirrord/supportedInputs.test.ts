// SPDX-License-Identifier: Apache-2.0
import type { AskedInputs } from '@preview-environments/backstage-plugin-preview-common';
import { capabilitiesOf } from './capabilities';
import { operatorFacts } from './operator';
import { refusalsOfInputs, supportedInputs } from './supportedInputs';
import { anOperator, NOW } from './testUtils/objects';

const operator = (operator_version: string, ...features: string[]) =>
  operatorFacts(
    anOperator({
      operator_version,
      supported_features: ['PreviewEnv', ...features],
    }),
  );

describe('supportedInputs', () => {
  it.each([
    ['3.142.0', ['ports']],
    [
      '3.151.0',
      ['ports', 'ignorePorts', 'queues', 'databases', 'envSelection'],
    ],
    [
      '3.183.0',
      [
        'ports',
        'ignorePorts',
        'queues',
        'databases',
        'envSelection',
        'configMounts',
        'secretMounts',
      ],
    ],
  ])('of %s are %j', (version, inputs) => {
    expect(supportedInputs(operator(version))).toEqual(inputs);
  });

  it('are told as capabilities, and why not the rest', () => {
    const { inputs, queueSplit, dbBranch, reasons } = capabilitiesOf(
      operator('3.184.0'),
      NOW,
    );
    expect(inputs).not.toContain('idle');
    expect([queueSplit, dbBranch]).toEqual([true, true]);
    expect(reasons.idle).toMatch(/needs 3\.185/);
    expect(capabilitiesOf(null, NOW)).toMatchObject({
      inputs: [],
      filters: [],
      queueSplit: false,
    });
  });
});

describe('refusalsOfInputs', () => {
  const sqs = { id: 'q', type: 'sqs', jqFilter: '.a' } as const;
  it.each<[string, AskedInputs, ReturnType<typeof operator>, string[]]>([
    ['nothing', {}, operator('3.142.0'), []],
    ['idle', { idle: { startIdle: true } }, operator('3.184.9'), ['idle']],
    ['idle', { idle: { startIdle: true } }, operator('3.185.0'), []],
    [
      'a queue whose feature is off',
      { queues: [{ id: 'q', type: 'rabbitmq', messageFilter: { a: 'b' } }] },
      operator('3.196.0'),
      ['queues[0].type'],
    ],
    [
      'jq without its feature',
      { queues: [sqs] },
      operator('3.196.0', 'SqsQueueSplitting'),
      ['queues[0].jqFilter'],
    ],
    [
      'jq with its feature',
      { queues: [sqs] },
      operator('3.196.0', 'SqsQueueSplitting', 'SqsQueueSplittingWithJqFilter'),
      [],
    ],
  ])('names %s', (_, inputs, facts, fields) => {
    const refusals = refusalsOfInputs({ inputs }, facts);
    expect(refusals.map(({ field }) => field)).toEqual(fields);
    expect(refusals.every(each => each.code === 'FeatureUnsupported')).toBe(
      true,
    );
  });
});
