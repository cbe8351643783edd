// SPDX-License-Identifier: Apache-2.0
import { describeDuration } from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewConfig } from '../../config/types';
import type { PolicyInput, Rule } from '../Rule';

type TimeInput = Pick<PolicyInput, 'caller' | 'now'> & {
  config: Pick<PreviewConfig, 'policy'>;
  wish: Pick<
    PolicyInput['wish'],
    'expiresAt' | 'endAsked' | 'endField' | 'createdAt'
  >;
};

/** The distance to the end that somebody asked for; `null` = nobody did. */
function askedTtl({ wish, now }: TimeInput): number | null {
  return wish.endAsked && wish.expiresAt !== null ? wish.expiresAt - now : null;
}

const minimum: Rule<TimeInput> = {
  name: 'ttl-min',
  setting: 'preview.policy.ttl.min',
  passes: 'The preview lives long enough.',
  check(input) {
    const { min } = input.config.policy.ttl;
    const ttl = askedTtl(input);
    return ttl !== null && ttl < min
      ? {
          code: 'TtlTooShort',
          field: input.wish.endField ?? 'ttl',
          message: `A preview lives at least ${describeDuration(min)}.`,
        }
      : null;
  },
};

const maximum: Rule<TimeInput> = {
  name: 'ttl-max',
  setting: 'preview.policy.ttl.max',
  passes: 'The end lies not too far ahead.',
  check(input) {
    const { max } = input.config.policy.ttl;
    const ttl = askedTtl(input);
    return ttl !== null && ttl > max
      ? {
          code: 'TtlTooLong',
          field: input.wish.endField ?? 'ttl',
          message: `The end lies at most ${describeDuration(max)} ahead.`,
        }
      : null;
  },
};

const lifetime: Rule<TimeInput> = {
  name: 'lifetime',
  setting: 'preview.policy.ttl.lifetime',
  passes: 'The preview does not live too long in all.',
  check({ config, wish }) {
    const longest = config.policy.ttl.lifetime;
    const life = (wish.expiresAt ?? 0) - wish.createdAt;
    return longest !== null && wish.endAsked && life > longest
      ? {
          code: 'LifetimeExceeded',
          field: wish.endField ?? 'ttl',
          message: `A preview lives at most ${describeDuration(
            longest,
          )} in all.`,
        }
      : null;
  },
};

const pin: Rule<TimeInput> = {
  name: 'pin',
  setting: 'preview.policy.pin',
  passes: 'The preview has an end, or may go without one.',
  check({ config, caller, wish }) {
    const may = caller.isAdmin || config.policy.pin === 'owners';
    return wish.endAsked && wish.expiresAt === null && !may
      ? { code: 'PinNotAllowed', field: 'pinned' }
      : null;
  },
};

/** Rules about the end, for starts and changes alike, in order. */
export const TIME_RULES: readonly Rule<TimeInput>[] = [
  minimum,
  maximum,
  lifetime,
  pin,
];
