// SPDX-License-Identifier: Apache-2.0
import type { FileMount } from '@preview-environments/backstage-plugin-preview-common';
import { TestClock } from '../testUtils/TestClock';
import { secureRandom } from './random';
import { SecretFiles } from './SecretFiles';

const mounts = [
  { path: '/a', type: 'text', data: 'ä' },
  { path: '/b', type: 'binary', data: 'AAEC' },
] as const;

describe('SecretFiles', () => {
  const clock = new TestClock();
  const files = new SecretFiles({ clock, random: secureRandom });

  it('gives contents back as base64, until they are forgotten', () => {
    const id = files.keep('ann', [...mounts]);
    expect(files.find(id)).toEqual({ '/a': 'w6Q=', '/b': 'AAEC' });
    expect(files.find(files.keep('ann', []))).toEqual({});
    files.forget(id);
    expect(files.find(id)).toBeNull();
    expect(files.find(undefined)).toBeNull();
  });

  it('keeps nothing for longer than an hour', async () => {
    const id = files.keep('ann', [...mounts]);
    await clock.advance(3_600_000);
    expect(files.find(id)).toBeNull();
  });

  it.each([
    ['is refused', new Error('refused'), true],
    ['does not need them', null, false],
  ])('keeps nothing of a request that %s', async (_, failure, isNeeded) => {
    let seen: string | null = null;
    const request = async (id: string | null) => {
      seen = id;
      expect(files.find(id!)).not.toBeNull();
      if (failure) {
        throw failure;
      }
      return 'done';
    };
    const outcome = files
      .keepFor('ann', [...mounts], request, () => isNeeded)
      .catch(error => error);
    expect(await outcome).toBe(failure ?? 'done');
    expect(files.find(seen!)).toBeNull();
  });

  it('keeps what a request needs, where it brought something', async () => {
    const keep = (some: FileMount[] | undefined) =>
      files.keepFor(
        'ann',
        some,
        async id => id,
        () => true,
      );
    expect(files.find((await keep([...mounts]))!)).not.toBeNull();
    expect(await keep(undefined)).toBeNull();
  });

  const room = () => new SecretFiles({ clock, random: secureRandom });
  const fill = (into: SecretFiles, caller: string, count: number) =>
    Array.from({ length: count }, () => into.keep(caller, [...mounts]));
  const lost = (of: SecretFiles, ids: string[]) =>
    ids.filter(id => of.find(id) === null);

  it('lets the oldest of a caller go when that one sends too many', () => {
    const all = room();
    const others = fill(all, 'bob', 1);
    const ids = fill(all, 'ann', 21);
    expect(lost(all, [...others, ...ids])).toEqual([ids[0]]);
  });

  it('makes room at the cost of who has most', () => {
    const all = room();
    const few = fill(all, 'bob', 15);
    const most = fill(all, 'ann', 20);
    const rest = ['c', 'd', 'e', 'f'].flatMap(caller => fill(all, caller, 16));
    const last = fill(all, 'gil', 2);
    expect(lost(all, [...few, ...most, ...rest, ...last])).toEqual([most[0]]);
  });
});
