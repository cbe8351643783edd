// SPDX-License-Identifier: Apache-2.0
import type { PolicyInput, Rule } from '../Rule';

const labelMode: Rule<PolicyInput> = {
  name: 'label-mode',
  setting: 'the driver of the cluster',
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
  check({ wish, capabilities }) {
    const { mode, filter } = wish.traffic;
    const fine =
      filter !== null ||
      mode === 'none' ||
      (mode === 'mirror' && capabilities.unfilteredMirror);
    return fine ? null : { code: 'UnfilteredSteal', field: 'traffic.filter' };
  },
};

const header: Rule<PolicyInput> = {
  name: 'header',
  setting: 'preview.routing.headers',
  check({ config, wish }) {
    const { filter } = wish.traffic;
    const { headers } = config.routing;
    return filter && !headers.includes(filter.name)
      ? {
          code: 'FilterHeaderNotAllowed',
          field: 'traffic.filter.name',
          message: `Requests cannot be chosen by "${
            filter.name
          }"; allowed: ${headers.join(', ')}.`,
        }
      : null;
  },
};

const key: Rule<PolicyInput> = {
  name: 'filter-key',
  setting: 'none: a preview only ever gets requests that carry its key',
  check({ wish }) {
    const { filter } = wish.traffic;
    return filter && !filter.value.includes(wish.key)
      ? { code: 'FilterWithoutKey', field: 'traffic.filter.value' }
      : null;
  },
};

/** Rules about which requests a preview gets, in order. */
export const TRAFFIC_RULES: readonly Rule<PolicyInput>[] = [
  labelMode,
  trafficMode,
  filtered,
  header,
  key,
];
