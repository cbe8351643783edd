// SPDX-License-Identifier: Apache-2.0
import type { Idle } from '@preview-environments/backstage-plugin-preview-common';
import { CliError } from '../CliError';
import { spelledTarget } from '../mirrordConfig/target';
import { present } from '../present';
import type { Wish } from './wish';

type Env = Record<string, string | undefined>;

/**
 * What the environment asks for: our own variables and, for who comes from
 * there, those of mirrord.
 *
 * @throws CliError that names the variable
 */
export function fromEnv(
  env: Env,
  file: Partial<Wish>,
): { wish: Partial<Wish>; timeout?: number } {
  const text = (name: string) => env[name] || undefined;
  const count = (name: string) => countOf(name, text(name));
  const target = text('MIRRORD_IMPERSONATED_TARGET');
  const seconds = count('MIRRORD_PREVIEW_CREATION_TIMEOUT_SECS');
  const idle = present<Idle>({
    startIdle: flagOf('MIRRORD_PREVIEW_START_IDLE', env),
    sleepAfterSeconds: count('MIRRORD_PREVIEW_IDLE_SLEEP_AFTER_SECS'),
    wakeTimeoutSeconds: count('MIRRORD_PREVIEW_IDLE_WAKE_TIMEOUT_SECS'),
  });
  return {
    ...(seconds !== undefined && { timeout: seconds * 1000 }),
    wish: present<Partial<Wish>>({
      image: text('MIRRORD_PREVIEW_IMAGE'),
      key: text('PREVIEW_KEY') ?? text('MIRRORD_KEY'),
      target: target && spelledTarget(target),
      namespace: text('MIRRORD_TARGET_NAMESPACE'),
      entityRef: text('PREVIEW_ENTITY'),
      claimedActor: text('PREVIEW_CLAIMED_ACTOR'),
      ...lifeOf(env),
      replicas: count('MIRRORD_PREVIEW_REPLICAS'),
      idle:
        Object.keys(idle).length > 0 ? { ...file.idle, ...idle } : undefined,
    }),
  };
}

function lifeOf(env: Env): Pick<Wish, 'ttl' | 'pinned'> {
  for (const [name, unit] of [
    ['MIRRORD_PREVIEW_TTL_SECS', 's'],
    ['MIRRORD_PREVIEW_TTL_MINS', 'm'],
  ]) {
    const value = env[name];
    if (value === 'infinite') {
      return { pinned: true };
    }
    if (value) {
      return { ttl: `${countOf(name, value)}${unit}` };
    }
  }
  return {};
}

function countOf(name: string, text: string | undefined): number | undefined {
  if (text !== undefined && !/^\d{1,12}$/.test(text)) {
    throw new CliError(`${name} must be a whole number.`, {
      field: name,
      hint: 'Mend the variable, or take it away.',
    });
  }
  return text === undefined ? undefined : Number(text);
}

function flagOf(name: string, env: Env): boolean | undefined {
  const value = env[name];
  if (value && value !== 'true' && value !== 'false') {
    throw new CliError(`${name} must be true or false.`, {
      field: name,
      hint: 'Mend the variable, or take it away.',
    });
  }
  return value ? value === 'true' : undefined;
}
