// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import {
  aSession,
  but,
  failedWith,
  named,
  starting,
} from '../examples/sessions';
import { inSeconds } from '../examples/time';
import { glance, sharedRecipes } from './environment';

const of = (...sessions: PreviewSession[]) =>
  glance({
    key: 'pr-1',
    ownerRef: 'group:default/a',
    sessions,
    active: sessions.length,
    nextExpiresAt: null,
  });

describe('glance', () => {
  it('counts phases in a fixed order', () =>
    expect(of(aSession(starting), aSession(), aSession()).counts).toEqual([
      { phase: 'ready', count: 2 },
      { phase: 'provisioning', count: 1 },
    ]));

  it('names each starter once, the person before the automation', () =>
    expect(
      of(
        aSession(but({ createdBy: 'b', createdAt: inSeconds(-1) })),
        aSession(but({ createdBy: 'ci', claimedActor: 'a' })),
        aSession(but({ createdBy: 'b', createdAt: inSeconds(-2) })),
      ).starters,
    ).toEqual(['a', 'b']));

  it.each([
    ['the earlier end', but({ expiresAt: inSeconds(60) })],
    ['a pinned one comes last', but({ expiresAt: inSeconds(7200) })],
    ['a failed one goes before its deadline', failedWith('CrashLoop')],
    ['one that is being stopped', but({ phase: 'stopping' })],
  ])('%s', (_title, trait) => {
    const first = aSession(named('first', 'x'), trait);
    const later = aSession(but({ expiresAt: inSeconds(8000) }));
    const pinned = aSession(but({ pinned: true }));
    expect(of(pinned, later, first).nextToEnd).toBe(first);
    expect(of(first, later, pinned).nextToEnd).toBe(first);
  });
});

describe('sharedRecipes', () => {
  const { access } = aSession();

  it('asks once for what all services share', () => {
    const [recipe, ...others] = sharedRecipes([
      aSession(but({ id: '1' })),
      aSession(but({ id: '2', entityRef: 'component:default/cart' })),
    ]);
    expect(others).toEqual([]);
    expect(recipe.headers).toEqual(['x-preview-key: jana-feature-x-k3v9q2']);
    expect(recipe.services.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('keeps other headers apart and leaves out what has no address', () =>
    expect(
      sharedRecipes([
        aSession(),
        aSession(but({ access: { ...access, headers: { a: 'b' } } })),
        aSession(but({ access: { ...access, url: null } })),
      ]).map(({ headers }) => headers),
    ).toEqual([['x-preview-key: jana-feature-x-k3v9q2'], ['a: b']]));
});
