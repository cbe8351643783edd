// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { ActionError } = require('./ActionError.cjs');

/** Short names that mirrord takes. */
const KINDS = /** @type {Record<string, string>} */ ({
  deploy: 'deployment',
  sts: 'statefulset',
});

/**
 * The service whose workload the target is. The portal knows which ones the
 * workflow may touch; the catalog is not open to it.
 *
 * @param {import('./inputs.cjs').Inputs} inputs
 * @param {() => Promise<string>} token
 * @returns {Promise<string>} empty where the portal cannot tell
 * @throws {ActionError} when it is of none, or of several
 */
async function findEntity(inputs, token) {
  const { entity, portal, extraConfig } = inputs;
  const said = extraConfig.target;
  const target = textOf(said?.path ?? said) || inputs.target;
  const namespace = textOf(said?.namespace) || inputs.namespace;
  if (entity || !target) {
    return entity;
  }
  const url = new URL(`${portal}/api/preview/v1/entities`);
  url.searchParams.set('target', spelled(target));
  if (namespace) {
    url.searchParams.set('namespace', namespace);
  }
  const answer = await fetch(url, {
    headers: {
      Authorization: `Bearer ${await token()}`,
      'Preview-Client': 'action',
    },
  }).catch(() => null);
  const body = answer?.ok ? await answer.json().catch(() => null) : null;
  if (!Array.isArray(body?.items)) {
    // Whatever is wrong is wrong for the command too, which says it well.
    return '';
  }
  const found = [
    ...new Set(body.items.map((/** @type {any} */ each) => each.entityRef)),
  ];
  if (found.length === 1) {
    return found[0];
  }
  throw found.length === 0
    ? new ActionError(
        `No service that this workflow may touch runs ${target}${
          namespace ? ` in ${namespace}` : ''
        }.`,
        'Its entity needs the annotations preview-environments.io/target and github.com/project-slug.',
      )
    : new ActionError(
        `${target} is of ${found.join(' and ')}.`,
        'Name one with entity.',
      );
}

/** @param {string} target */
function spelled(target) {
  const [kind, ...rest] = target.split('/');
  return [KINDS[kind] ?? kind, ...rest].join('/');
}

/** @param {unknown} value */
function textOf(value) {
  return typeof value === 'string' ? value : '';
}

module.exports = { findEntity };
