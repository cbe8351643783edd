// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { ActionError } = require('./ActionError.cjs');
const { seconds } = require('./seconds.cjs');

const ACTIONS = ['start', 'stop', 'wait'];
/** Words of the input `wait`, and what each means. */
const WAITS = {
  ready: 'ready',
  true: 'ready',
  approved: 'approved',
  none: 'none',
  false: 'none',
};

/**
 * @typedef {object} Inputs
 * @property {'start' | 'stop' | 'wait'} action
 * @property {string} target
 * @property {string} namespace
 * @property {string} mode
 * @property {string} filter
 * @property {number[] | null} ports
 * @property {string} ttl
 * @property {string} image
 * @property {string} key
 * @property {string} cliPath
 * @property {Record<string, any>} extraConfig
 * @property {string} portal without a slash at its end
 * @property {string} token
 * @property {string} audience
 * @property {string} entity
 * @property {'ready' | 'approved' | 'none'} wait
 * @property {number} timeout seconds
 */

/**
 * Reads the inputs of the step; what is missing is an empty text.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {Inputs}
 * @throws {ActionError} that names the input at fault
 */
function readInputs(env) {
  /** @param {string} name */
  const text = name =>
    (env[`INPUT_${name.toUpperCase().replace(/-/g, '_')}`] ?? '').trim();
  const action = text('action');
  if (!ACTIONS.includes(action)) {
    throw new ActionError(
      `action is "${action}".`,
      `Use one of ${ACTIONS.join(', ')}.`,
    );
  }
  const portal = (text('portal-url') || env.PREVIEW_PORTAL || '').replace(
    /\/+$/,
    '',
  );
  if (!/^https?:\/\/\S+$/.test(portal)) {
    throw new ActionError(
      portal ? `portal-url is "${portal}".` : 'portal-url is missing.',
      'Give the address of the portal, for example https://portal.example.com.',
    );
  }
  const inputs = {
    action: /** @type {Inputs['action']} */ (action),
    target: text('target'),
    namespace: text('namespace'),
    mode: text('mode'),
    filter: text('filter'),
    ports: readPorts(text('ports')),
    ttl: readTtl(text('ttl_mins')),
    image: text('image'),
    key: text('key'),
    cliPath: text('cli_path'),
    extraConfig: readObject(text('extra_config')),
    portal,
    token: text('token'),
    audience: text('oidc-audience') || portal,
    entity: text('entity'),
    wait: readWait(text('wait')),
    timeout: seconds(text('timeout') || '10m', 'timeout'),
  };
  demand(inputs);
  return inputs;
}

/** @param {Inputs} inputs */
function demand({ action, key, image, target, entity, extraConfig, wait }) {
  if (action !== 'start') {
    if (!key) {
      throw new ActionError(
        'key is missing.',
        `The action ${action} needs it.`,
      );
    }
    if (action === 'wait' && wait === 'none') {
      throw new ActionError('wait is "none".', 'Use ready or approved.');
    }
    return;
  }
  if (!image && !extraConfig.feature?.preview?.image) {
    throw new ActionError('image is missing.', 'The action start needs it.');
  }
  if (!target && !entity && !extraConfig.target) {
    throw new ActionError(
      'target is missing.',
      'The action start needs it, or entity.',
    );
  }
}

/**
 * @param {string} text
 * @returns {number[] | null}
 */
function readPorts(text) {
  if (!text) {
    return null;
  }
  const ports = parse(text, 'ports');
  const isList =
    Array.isArray(ports) &&
    ports.every(each => Number.isInteger(each) && each > 0 && each < 65_536);
  if (!isList) {
    throw new ActionError('ports is no list of ports.', 'Write [8080, 9090].');
  }
  return ports;
}

/** @param {string} text */
function readTtl(text) {
  if (text && text !== 'infinite' && !/^[1-9]\d*$/.test(text)) {
    throw new ActionError(
      `ttl_mins is "${text}".`,
      'Give whole minutes, or infinite.',
    );
  }
  return text;
}

/** @param {string} text */
function readObject(text) {
  const value = text ? parse(text, 'extra_config') : {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ActionError('extra_config is no JSON object.');
  }
  return value;
}

/**
 * @param {string} text
 * @returns {Inputs['wait']}
 */
function readWait(text) {
  const found = Object.entries(WAITS).find(
    ([word]) => word === (text || 'ready'),
  );
  if (!found) {
    throw new ActionError(`wait is "${text}".`, 'Use ready, approved or none.');
  }
  return /** @type {Inputs['wait']} */ (found[1]);
}

/**
 * Never quotes the text, which may hold secrets.
 *
 * @param {string} text
 * @param {string} name
 */
function parse(text, name) {
  try {
    return JSON.parse(text);
  } catch {
    throw new ActionError(`${name} is no JSON.`);
  }
}

module.exports = { readInputs };
