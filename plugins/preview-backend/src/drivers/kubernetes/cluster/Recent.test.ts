// SPDX-License-Identifier: Apache-2.0
import { Recent } from './Recent';

/** Answers in turn, and counts how often it was asked. */
function source<T>(...answers: (T | Error)[]) {
  const asked = { times: 0 };
  const ask = async () => {
    const answer = answers[asked.times];
    asked.times += 1;
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  };
  return { ask, asked };
}

describe('Recent', () => {
  it('asks once, also while the answer is on its way', async () => {
    const { ask, asked } = source('first', 'second');
    const recent = new Recent<string>(2);
    const both = await Promise.all([
      recent.once('a', ask),
      recent.once('a', ask),
    ]);
    expect([...both, await recent.once('a', ask)]).toEqual(
      Array(3).fill('first'),
    );
    expect(asked.times).toBe(1);
  });

  it('asks again after an error, and after what is not final', async () => {
    const { ask, asked } = source<string[]>(new Error('away'), [], ['event']);
    const recent = new Recent<string[]>(2, found => found.length > 0);
    await expect(recent.once('a', ask)).rejects.toThrow('away');
    expect(await recent.once('a', ask)).toEqual([]);
    expect(await recent.once('a', ask)).toEqual(['event']);
    expect(await recent.once('a', ask)).toEqual(['event']);
    expect(asked.times).toBe(3);
  });

  it('forgets the oldest', async () => {
    const recent = new Recent<string>(1);
    await recent.once('a', async () => 'old');
    await recent.once('b', async () => 'other');
    expect(await recent.once('a', async () => 'new')).toBe('new');
  });
});
