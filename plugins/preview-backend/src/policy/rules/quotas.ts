// SPDX-License-Identifier: Apache-2.0
import type { PreviewCode } from '@preview-environments/backstage-plugin-preview-common';
import type { ActiveCounts } from '../../database/sessions/countActive';
import type { QuotaInput, Rule } from '../Rule';

const CODES: Record<keyof ActiveCounts, PreviewCode> = {
  perUser: 'QuotaPerUser',
  perOwner: 'QuotaPerOwner',
  perEntity: 'QuotaPerEntity',
  perCluster: 'QuotaPerCluster',
};

const PASSES: Record<keyof ActiveCounts, string> = {
  perUser: 'You may have one preview more.',
  perOwner: 'The team may have one preview more.',
  perEntity: 'The service may have one preview more.',
  perCluster: 'The cluster may have one preview more.',
};

/** One rule per scope. Counted in the transaction of the start. */
export const QUOTA_RULES: readonly Rule<QuotaInput>[] = (
  Object.keys(CODES) as (keyof ActiveCounts)[]
).map(scope => ({
  name: `quota-${scope.slice('per'.length).toLowerCase()}`,
  setting: `preview.policy.quotas.${scope}`,
  passes: PASSES[scope],
  check({ config, caller, counts }) {
    // A service acts for many people; what it starts counts for the team.
    const isMeant = scope !== 'perUser' || caller.principal === 'user';
    const limit = isMeant ? config.policy.quotas[scope] : null;
    return limit !== null && counts[scope] >= limit
      ? {
          code: CODES[scope],
          message: `${counts[scope]} of ${limit} previews are in use.`,
        }
      : null;
  },
}));
