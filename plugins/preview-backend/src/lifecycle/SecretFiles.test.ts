// SPDX-License-Identifier: Apache-2.0
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
    const id = files.keep([...mounts]);
    expect(files.find(id)).toEqual({ '/a': 'w6Q=', '/b': 'AAEC' });
    expect(files.find(files.keep([]))).toEqual({});
    files.forget(id);
    expect(files.find(id)).toBeNull();
    expect(files.find(undefined)).toBeNull();
  });

  it('keeps nothing for longer than an hour', async () => {
    const id = files.keep([...mounts]);
    await clock.advance(3_600_000);
    expect(files.find(id)).toBeNull();
  });

  it('keeps nothing of a request that is refused', async () => {
    let seen: string | null = null;
    const refused = files.keepFor([...mounts], async id => {
      seen = id;
      expect(files.find(id!)).not.toBeNull();
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(files.find(seen!)).toBeNull();
    expect(await files.keepFor(undefined, async id => id)).toBeNull();
  });

  it('lets the oldest go when there are too many', () => {
    const [first, second, ...rest] = Array.from({ length: 101 }, () =>
      files.keep([...mounts]),
    );
    expect(files.find(first)).toBeNull();
    expect([second, ...rest].map(id => files.find(id))).not.toContain(null);
  });
});
