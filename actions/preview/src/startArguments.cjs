// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';

/** What `mode` is called by the command. */
const MODES = /** @type {Record<string, string>} */ ({ off: 'none' });

/**
 * What the command is told. Inputs that have an option go there, as they are;
 * the others, and whatever `extra_config` says, make a `mirrord.json`, in
 * which the command fills in `{{ key }}` and the like.
 *
 * @param {import('./inputs.cjs').Inputs} inputs
 * @returns {{ args: string[], config: Record<string, any> | null }}
 */
function startArguments(inputs) {
  const { extraConfig } = inputs;
  const preview = extraConfig.feature?.preview ?? {};
  const target = extraConfig.target;
  const config = merge(networkOf(inputs), extraConfig);
  const hasNetwork = config.feature?.network !== undefined;
  /** @type {[string, string, boolean][]} option, value, said by the file */
  const options = [
    ['--image', inputs.image, preview.image !== undefined],
    ['--key', inputs.key, extraConfig.key !== undefined],
    ['--target', inputs.target, pathOf(target) !== undefined],
    ['--namespace', inputs.namespace, target?.namespace !== undefined],
    ['--ttl', inputs.ttl, ttlOf(preview) !== undefined],
    ['--mode', MODES[inputs.mode] ?? inputs.mode, hasNetwork],
    ['--entity', inputs.entity, false],
  ];
  return {
    args: options
      .filter(([, value, isSaid]) => value !== '' && !isSaid)
      .map(([option, value]) => `${option}=${value}`),
    config: Object.keys(config).length > 0 ? config : null,
  };
}

/**
 * How requests are chosen, unless the mode alone says it: mode, filter and
 * ports belong together.
 *
 * @param {import('./inputs.cjs').Inputs} inputs
 * @returns {Record<string, any>}
 */
function networkOf({ mode, filter, ports, extraConfig }) {
  const isPlain =
    !filter && !ports && extraConfig.feature?.network === undefined;
  return isPlain
    ? {}
    : {
        feature: {
          network: {
            incoming: {
              ...(mode ? { mode } : {}),
              ...(filter ? { http_filter: { header_filter: filter } } : {}),
              ...(ports ? { ports } : {}),
            },
          },
        },
      };
}

/** @param {any} target a path, or an object with one */
function pathOf(target) {
  return typeof target === 'object' && target !== null
    ? target.path ?? target.deployment
    : target;
}

/** @param {any} preview */
function ttlOf(preview) {
  return preview.ttl_mins ?? preview.ttl_secs;
}

/**
 * Deep; lists and everything else are replaced as a whole.
 *
 * @param {any} base
 * @param {any} over
 * @returns {any}
 */
function merge(base, over) {
  if (!isObject(base) || !isObject(over)) {
    return over;
  }
  const merged = { ...base };
  for (const [name, value] of Object.entries(over)) {
    merged[name] = Object.hasOwn(base, name) ? merge(base[name], value) : value;
  }
  return merged;
}

/** @param {any} value */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

module.exports = { startArguments };
