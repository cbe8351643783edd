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
});
