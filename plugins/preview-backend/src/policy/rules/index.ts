// SPDX-License-Identifier: Apache-2.0
import type { PolicyInput, Rule } from '../Rule';
import { binding } from './binding';
import { CONTENT_RULES } from './env';
import { INPUT_RULES } from './inputs';
import { digest, images } from './images';
import { TIME_RULES } from './time';
import { TRAFFIC_RULES } from './traffic';

export { EARLY_RULES } from './early';
export { QUOTA_RULES } from './quotas';
export { TIME_RULES } from './time';

/** Every rule that needs the workload's own facts, in order. */
export const TARGET_RULES: readonly Rule<PolicyInput>[] = [
  binding,
  images,
  digest,
  ...TIME_RULES,
  ...TRAFFIC_RULES,
  ...CONTENT_RULES,
  ...INPUT_RULES,
];
