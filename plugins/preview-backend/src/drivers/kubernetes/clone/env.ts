// SPDX-License-Identifier: Apache-2.0
import type {
  Difference,
  EnvOverride,
} from '@preview-environments/backstage-plugin-preview-common';
import type { EnvVar } from '../model';

/** Tells the program that it is a preview, and under which key. */
export const KEY_VARIABLE = 'PREVIEW_KEY';
const RESOURCE_ATTRIBUTES = 'OTEL_RESOURCE_ATTRIBUTES';

export interface ClonedEnv {
  env: EnvVar[];
  differences: Difference[];
}

/** Variables that every container of a preview gets. */
export function previewEnv(env: EnvVar[], key: string): ClonedEnv {
  const present = env.find(({ name }) => name === RESOURCE_ATTRIBUTES);
  const added = [{ name: KEY_VARIABLE, value: key }];
  if (present?.valueFrom) {
    return {
      env: replace(env, added),
      differences: [
        {
          what: `variable ${RESOURCE_ATTRIBUTES}`,
          action: 'shared',
          why: 'its value comes from elsewhere, so the preview could not be marked in it',
        },
      ],
    };
  }
  const merged = {
    name: RESOURCE_ATTRIBUTES,
    value: mergeAttributes(present?.value ?? '', {
      'deployment.environment.name': 'preview',
      'preview.key': key,
    }),
  };
  return { env: replace(env, [...added, merged]), differences: [] };
}

/** What the workload's annotation and the user set on the main container. */
export function overrideEnv(
  env: EnvVar[],
  declared: Record<string, string>,
  overrides: EnvOverride[],
): ClonedEnv {
  const fromWorkload = Object.entries(declared).map(([name, value]) => ({
    name,
    value,
  }));
  const fromUser = overrides.map(({ name, value, secretKeyRef }) =>
    secretKeyRef ? { name, valueFrom: { secretKeyRef } } : { name, value },
  );
  return {
    env: replace(replace(env, fromWorkload), fromUser),
    differences: [
      ...differ(env, fromWorkload, 'the service declares it for previews'),
      ...differ(env, fromUser, 'it was set when the preview was started'),
    ],
  };
}

function differ(env: EnvVar[], set: EnvVar[], why: string): Difference[] {
  return set.map(({ name }) => ({
    what: `variable ${name}`,
    action: env.some(each => each.name === name) ? 'replaced' : 'added',
    why,
  }));
}

/** Keeps the order: a variable may refer to an earlier one. */
function replace(env: EnvVar[], set: EnvVar[]): EnvVar[] {
  const byName = new Map(set.map(each => [each.name, each]));
  const kept = env.map(each => {
    const changed = byName.get(each.name);
    byName.delete(each.name);
    return changed ?? each;
  });
  return [...kept, ...byName.values()];
}

/** `a=1,b=2` with some attributes set; the others are kept as written. */
export function mergeAttributes(
  text: string,
  set: Record<string, string>,
): string {
  const kept = text
    .split(',')
    .map(pair => pair.trim())
    .filter(pair => pair && !(pair.split('=')[0].trim() in set));
  const added = Object.entries(set).map(([name, value]) => `${name}=${value}`);
  return [...kept, ...added].join(',');
}
