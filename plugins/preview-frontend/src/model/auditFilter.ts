// SPDX-License-Identifier: Apache-2.0
import {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditFilters,
  type AuditOutcome,
} from '@preview-environments/backstage-plugin-preview-common';

export const OUTCOMES = [
  'succeeded',
  'denied',
  'failed',
] as const satisfies readonly AuditOutcome[];

/** What the Audit tab shows; kept in its address. Empty = any. */
export interface AuditFilter {
  /** ISO 8601, included. */
  from: string;
  /** ISO 8601, not included. */
  to: string;
  actor: string;
  action: AuditAction | '';
  service: string;
  team: string;
  key: string;
  outcome: AuditOutcome | '';
}

export const NO_AUDIT_FILTER: AuditFilter = {
  from: '',
  to: '',
  actor: '',
  action: '',
  service: '',
  team: '',
  key: '',
  outcome: '',
};

const FIELDS = Object.keys(NO_AUDIT_FILTER) as (keyof AuditFilter)[];

/** Reads an address; what it does not know counts as absent. */
export function readAuditFilter(params: URLSearchParams): AuditFilter {
  const text = (name: keyof AuditFilter) => params.get(name) ?? '';
  const time = (name: 'from' | 'to') =>
    Number.isNaN(Date.parse(text(name))) ? '' : text(name);
  return {
    from: time('from'),
    to: time('to'),
    actor: text('actor'),
    action: AUDIT_ACTIONS.find(each => each === text('action')) ?? '',
    service: text('service'),
    team: text('team'),
    key: text('key'),
    outcome: OUTCOMES.find(each => each === text('outcome')) ?? '',
  };
}

/** Writes the filter into an address and leaves the rest of it alone. */
export function writeAuditFilter(
  filter: AuditFilter,
  address: URLSearchParams,
): URLSearchParams {
  const params = new URLSearchParams(address);
  for (const name of FIELDS) {
    if (filter[name] === '') {
      params.delete(name);
    } else {
      params.set(name, filter[name]);
    }
  }
  return params;
}

/** The filter as the API takes it. */
export function toAuditQuery(filter: AuditFilter): AuditFilters {
  const { from, to, actor, action, service, team, key, outcome } = filter;
  return {
    from: from || undefined,
    to: to || undefined,
    actor: actor || undefined,
    action: action ? [action] : undefined,
    entityRef: service || undefined,
    owner: team ? [team] : undefined,
    key: key.trim() || undefined,
    outcome: outcome ? [outcome] : undefined,
  };
}
