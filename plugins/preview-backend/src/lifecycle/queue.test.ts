// SPDX-License-Identifier: Apache-2.0
import { NudgeQueue, type QueueEntry } from './queue';

function queueOf(...entries: [string, number, QueueEntry['priority']][]) {
  const queue = new NudgeQueue();
  entries.forEach(([id, at, priority]) =>
    queue.add({ id, at, priority, planned: priority === 'deadline' }),
  );
  return queue;
}

describe('NudgeQueue', () => {
  it('merges nudges of one session: earliest time, highest priority', () => {
    const queue = queueOf(
      ['a', 50, 'sweep'],
      ['a', 10, 'watch'],
      ['a', 90, 'command'],
    );
    expect(queue.size).toBe(1);
    expect(queue.take(10, 5)).toEqual([
      { id: 'a', at: 10, priority: 'command', planned: false },
    ]);
  });

  it('does not let a plan swallow a nudge', () => {
    const queue = queueOf(['a', 50, 'deadline'], ['a', 10, 'sweep']);
    expect(queue.take(10, 5)).toEqual([
      { id: 'a', at: 10, priority: 'deadline', planned: false },
    ]);
  });

  it('gives out the most urgent first, and no more than wanted', () => {
    const queue = queueOf(
      ['sweep', 1, 'sweep'],
      ['watch', 2, 'watch'],
      ['late', 4, 'command'],
      ['early', 3, 'command'],
      ['deadline', 5, 'deadline'],
    );
    const ids = (n: number) => queue.take(5, n).map(entry => entry.id);
    expect(ids(3)).toEqual(['early', 'late', 'deadline']);
    expect(ids(0)).toEqual([]);
    expect(ids(-1)).toEqual([]);
    expect(ids(9)).toEqual(['watch', 'sweep']);
  });

  it('keeps what is not due and tells when it is', () => {
    const queue = queueOf(['a', 20, 'deadline'], ['b', 30, 'command']);
    expect(queue.take(19, 9)).toEqual([]);
    expect(queue.nextAt()).toBe(20);
    queue.take(20, 9);
    expect(queue.nextAt()).toBe(30);
    queue.take(30, 9);
    expect(queue.nextAt()).toBeNull();
  });
});
