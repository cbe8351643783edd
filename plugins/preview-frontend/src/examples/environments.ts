// SPDX-License-Identifier: Apache-2.0
import type {
  EnvironmentSummary,
  Page,
  PreviewApi,
  PreviewSession,
  SignOff,
} from '@preview-environments/backstage-plugin-preview-common';
import { someOptions } from './options';
import { aSession, but, named, type Trait } from './sessions';
import { inSeconds } from './time';

/** Another service of the same key. */
export const of = (service: string): Trait =>
  but({
    id: `id-${service}`,
    entityRef: `component:default/${service}`,
    target: `deployment/${service}`,
  });

/** A sign-off of the present revision with the given parts. */
export function aSignOff(part: Partial<SignOff> = {}): SignOff {
  return {
    id: 'sign-off-1',
    decision: 'approved',
    comment: null,
    by: 'user:default/kim',
    at: inSeconds(-600),
    revision: 1,
    digests: ['sha256:3f9c2e1a77b0'],
    void: null,
    ...part,
  };
}

/** Previews of one key, as the backend groups them. */
export function anEnvironment(
  key: string,
  ...sessions: PreviewSession[]
): EnvironmentSummary {
  return {
    key,
    ownerRef: 'group:default/team-payments',
    sessions: sessions.map(session => ({
      ...named(key, session.image.split(':').at(-1) ?? 'x')(session),
      id: session.id,
    })),
    active: sessions.length,
    nextExpiresAt: sessions[0]?.expiresAt ?? null,
  };
}

/** A page of the list, the only one unless it says more. */
export function pageOf<T>(items: T[], part: Partial<Page<T>> = {}): Page<T> {
  return { items, nextCursor: null, count: String(items.length), ...part };
}

/** An API that knows these environments. */
export function environmentsApi(
  ...environments: EnvironmentSummary[]
): Partial<PreviewApi> {
  return {
    listEnvironments: async query =>
      pageOf(
        environments.filter(
          ({ nextExpiresAt }) =>
            !query?.expiresBefore ||
            (nextExpiresAt !== null && nextExpiresAt < query.expiresBefore),
        ),
      ),
    entityOptions: async () => someOptions(),
  };
}

/** A preview with these sign-offs. */
export const signedOff = (...signOffs: SignOff[]): Trait => but({ signOffs });

/** Three environments as one meets them. */
export const someEnvironments = [
  anEnvironment(
    'pr-0990',
    aSession(
      of('inventory'),
      but({ expiresAt: inSeconds(14 * 60 + 20), claimedActor: 'kim' }),
      signedOff(
        aSignOff({ decision: 'rejected', comment: 'the rounding is wrong' }),
      ),
    ),
  ),
  anEnvironment(
    'pr-1042',
    aSession(of('checkout'), signedOff(aSignOff())),
    aSession(of('storefront')),
  ),
  anEnvironment(
    'demo-friday',
    aSession(of('cart'), but({ phase: 'provisioning', pinned: true })),
  ),
];
