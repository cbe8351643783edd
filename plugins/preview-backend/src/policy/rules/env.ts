// SPDX-License-Identifier: Apache-2.0
import type { EnvOverride } from '@preview-environments/backstage-plugin-preview-common';
import type { Objection, PolicyInput, Rule } from '../Rule';

/** The first objection to any variable, with its index in the field. */
function first(
  env: EnvOverride[],
  check: (variable: EnvOverride) => Objection | null,
): Objection | null {
  for (const [index, variable] of env.entries()) {
    const objection = check(variable);
    if (objection) {
      return { field: `env[${index}]`, ...objection };
    }
  }
  return null;
}

const names: Rule<PolicyInput> = {
  name: 'env',
  setting: 'preview.policy.env.allow',
  passes: 'The variables may be set.',
  check: ({ config, wish }) =>
    first(wish.env, ({ name }) =>
      config.policy.env.allow.includes(name)
        ? null
        : {
            code: 'EnvNotAllowed',
            message: `The environment variable ${name} may not be set.`,
          },
    ),
};

const expansion: Rule<PolicyInput> = {
  name: 'env-expansion',
  setting: 'none: it could print secrets',
  passes: 'No variable asks for the value of another.',
  check: ({ wish }) =>
    first(wish.env, ({ value }) =>
      value?.includes('$(') ? { code: 'EnvExpansionRefused' } : null,
    ),
};

const secrets: Rule<PolicyInput> = {
  name: 'env-secrets',
  setting: 'the workload itself',
  passes: 'Only secrets that the service itself uses are referred to.',
  check: ({ wish, target }) =>
    first(wish.env, ({ secretKeyRef: ref }) =>
      ref && !target.secretKeys.includes(`${ref.name}/${ref.key}`)
        ? {
            code: 'SecretNotOfTarget',
            message: `The service itself does not use "${ref.key}" of the secret "${ref.name}".`,
          }
        : null,
    ),
};

const replicas: Rule<PolicyInput> = {
  name: 'replicas',
  setting: 'the driver of the cluster',
  passes: 'The cluster can run as many pods as are asked for.',
  check: ({ wish, capabilities }) =>
    wish.replicas > 1 && !capabilities.replicas
      ? {
          code: 'FeatureUnsupported',
          field: 'replicas',
          message: capabilities.reasons.replicas,
        }
      : null,
};

/** Rules about what runs in the preview besides its image, in order. */
export const CONTENT_RULES: readonly Rule<PolicyInput>[] = [
  expansion,
  names,
  secrets,
  replicas,
];
