// SPDX-License-Identifier: Apache-2.0
import {
  inputNames,
  patternCarriesKey,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PolicyInput, Rule } from '../Rule';

const supported: Rule<PolicyInput> = {
  name: 'inputs-supported',
  setting: 'the driver of the cluster',
  passes: 'The cluster can do whatever else is asked for.',
  check({ wish, capabilities }) {
    const name = inputNames(wish.inputs).find(
      each => !capabilities.inputs.includes(each),
    );
    const why =
      name && (capabilities.reasons[name] ?? capabilities.reasons.inputs);
    return name
      ? {
          code: 'FeatureUnsupported',
          field: name,
          message: `This cluster cannot do "${name}".${why ? ` ${why}` : ''}`,
        }
      : null;
  },
};

const allowed: Rule<PolicyInput> = {
  name: 'inputs',
  setting: 'preview.policy.inputs.allow',
  passes: 'Whatever else is asked for is allowed.',
  check({ config, wish }) {
    const name = inputNames(wish.inputs).find(
      each => !config.policy.inputs.allow.includes(each),
    );
    return name
      ? {
          code: 'InputNotAllowed',
          field: name,
          message: `"${name}" may not be asked for.`,
        }
      : null;
  },
};

/** Whatever sleeps needs something that wakes it. */
const wakes: Rule<PolicyInput> = {
  name: 'idle-wake',
  setting: 'none: nothing could ever wake the preview',
  passes: 'The preview stays awake, or something can wake it.',
  check: ({ wish: { inputs, traffic } }) =>
    inputs.idle && traffic.mode === 'none' && !inputs.queues?.length
      ? {
          code: 'InvalidRequest',
          field: 'idle',
          message: 'Nothing could ever wake the preview.',
          hint: 'Choose another traffic mode, or split a queue.',
        }
      : null,
};

/** A queue without the key would take the messages of the stable version. */
const queueKey: Rule<PolicyInput> = {
  name: 'queue-key',
  setting: 'none: a preview only ever takes messages that carry its key',
  passes: 'No queue hands over messages without the key.',
  check({ wish: { inputs, key } }) {
    const index = (inputs.queues ?? []).findIndex(
      ({ mode = 'steal', messageFilter = {} }) =>
        mode === 'steal' &&
        !Object.values(messageFilter).some(pattern =>
          patternCarriesKey(pattern, key),
        ),
    );
    return index < 0
      ? null
      : { code: 'QueueWithoutKey', field: `queues[${index}].messageFilter` };
  },
};

/** Rules about the further inputs, in order. */
export const INPUT_RULES: readonly Rule<PolicyInput>[] = [
  supported,
  allowed,
  wakes,
  queueKey,
];
