// SPDX-License-Identifier: Apache-2.0
import {
  filterCarriesKey,
  type RequestFilter,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PolicyInput, Rule } from '../Rule';

const labelMode: Rule<PolicyInput> = {
  name: 'label-mode',
  setting: 'the driver of the cluster',
  passes: 'The cluster knows this label mode.',
  check: ({ wish, capabilities }) =>
    capabilities.labelModes.includes(wish.labelMode)
      ? null
      : {
          code: 'LabelModeUnsupported',
          field: 'labelMode',
          message: capabilities.reasons.labelModes,
        },
};

const trafficMode: Rule<PolicyInput> = {
  name: 'traffic-mode',
  setting: 'the driver of the cluster',
  passes: 'The cluster knows this traffic mode.',
  check({ wish, capabilities }) {
    const { mode } = wish.traffic;
    return mode === 'none' || capabilities[mode]
      ? null
      : {
          code: 'TrafficModeUnsupported',
          field: 'traffic.mode',
          message: capabilities.reasons[mode],
        };
  },
};

const filtered: Rule<PolicyInput> = {
  name: 'filtered',
  setting: 'the driver of the cluster',
  passes: 'The preview does not take all requests.',
  check({ wish, capabilities }) {
    const { mode, filter } = wish.traffic;
    const fine =
      filter !== null ||
      mode === 'none' ||
      (mode === 'mirror' && capabilities.unfilteredMirror);
    return fine ? null : { code: 'UnfilteredSteal', field: 'traffic.filter' };
  },
};

/** A filter and what it is made of, each with its place in the request. */
function located(filter: RequestFilter | null) {
  const field = 'traffic.filter';
  if (filter?.type !== 'all-of' && filter?.type !== 'any-of') {
    return filter ? [{ filter, field }] : [];
  }
  return [
    { filter, field },
    ...filter.filters.map((part, index) => ({
      filter: part,
      field: `${field}.filters[${index}]`,
    })),
  ];
}

const form: Rule<PolicyInput> = {
  name: 'filter-form',
  setting: 'the driver of the cluster',
  passes: 'The cluster knows filters of this type.',
  check({ wish, capabilities: { filters, reasons } }) {
    const odd = located(wish.traffic.filter).find(
      ({ filter }) => !filters.includes(filter.type),
    );
    return odd
      ? {
          code: 'FeatureUnsupported',
          field: `${odd.field}.type`,
          message: `This cluster knows no filters of type "${
            odd.filter.type
          }".${reasons.filters ? ` ${reasons.filters}` : ''}`,
          hint: 'Use type "header" with a name and an exact value.',
        }
      : null;
  },
};

const allowedForm: Rule<PolicyInput> = {
  name: 'filter-allowed',
  setting: 'preview.policy.filters.allow',
  passes: 'Filters of this type are allowed.',
  check({ config, wish }) {
    const odd = located(wish.traffic.filter).find(
      ({ filter: { type } }) =>
        type !== 'header' && !config.policy.filters.allow.includes(type),
    );
    return odd
      ? {
          code: 'FilterTypeNotAllowed',
          field: `${odd.field}.type`,
          message: `Requests cannot be chosen by filters of type "${odd.filter.type}".`,
        }
      : null;
  },
};

const header: Rule<PolicyInput> = {
  name: 'header',
  setting: 'preview.routing.headers',
  passes: 'Requests may be chosen by this header.',
  check({ config, wish }) {
    const { headers } = config.routing;
    for (const { filter, field } of located(wish.traffic.filter)) {
      if (filter.type === 'header' && !headers.includes(filter.name)) {
        return {
          code: 'FilterHeaderNotAllowed',
          field: `${field}.name`,
          message: `Requests cannot be chosen by "${
            filter.name
          }"; allowed: ${headers.join(', ')}.`,
        };
      }
    }
    return null;
  },
};

const key: Rule<PolicyInput> = {
  name: 'filter-key',
  setting: 'none: a preview only ever takes requests that carry its key',
  passes: 'The filter takes no request without the key.',
  check({ wish: { traffic, key: own }, capabilities }) {
    const { mode, filter } = traffic;
    // Who may copy everything may copy less.
    const harmless = mode === 'mirror' && capabilities.unfilteredMirror;
    return !filter || harmless || filterCarriesKey(filter, own)
      ? null
      : {
          code: 'FilterWithoutKey',
          field:
            filter.type === 'header'
              ? 'traffic.filter.value'
              : 'traffic.filter',
        };
  },
};

/** Rules about which requests a preview gets, in order. */
export const TRAFFIC_RULES: readonly Rule<PolicyInput>[] = [
  labelMode,
  trafficMode,
  filtered,
  form,
  allowedForm,
  header,
  key,
];
