// SPDX-License-Identifier: Apache-2.0
import { aSession, but, ended, failedWith } from '../examples/sessions';
import { EXAMPLE_NOW, inSeconds } from '../examples/time';
import { timeLeft } from './timeLeft';

describe('timeLeft', () => {
  it.each([
    ['an hour to go', { expiresAt: inSeconds(3600) }, 'left'],
    ['one second to go', { expiresAt: inSeconds(1) }, 'left'],
    ['the deadline is now', { expiresAt: inSeconds(0) }, 'ending'],
    ['the deadline is over', { expiresAt: inSeconds(-5) }, 'ending'],
    ['stopping', { phase: 'stopping' as const }, 'ending'],
    ['pinned', { pinned: true, expiresAt: null }, 'pinned'],
    ['pinned with an old deadline', { pinned: true }, 'pinned'],
  ])('%s', (_case, part, kind) => {
    expect(timeLeft(aSession(but(part)), EXAMPLE_NOW).kind).toBe(kind);
  });

  it('is soon within half an hour', () => {
    const at = (seconds: number) =>
      timeLeft(aSession(but({ expiresAt: inSeconds(seconds) })), EXAMPLE_NOW);
    expect(at(1800)).toMatchObject({ soon: true, millis: 1_800_000 });
    expect(at(1801)).toMatchObject({ soon: false });
  });

  it('tells how long the pod of a failed one is kept', () => {
    expect(
      timeLeft(aSession(failedWith('CrashLoop')), EXAMPLE_NOW),
    ).toMatchObject({ kind: 'pod-kept', millis: 13 * 60_000 });
  });

  it.each([
    ['kept long enough', { keepUntil: inSeconds(-9) }, { kind: 'ending' }],
    [
      'kept until its deadline',
      { expiresAt: inSeconds(60) },
      { kind: 'pod-kept', millis: 60_000 },
    ],
    [
      'pinned, and kept all the same',
      { pinned: true, expiresAt: null },
      { kind: 'pod-kept', millis: 13 * 60_000 },
    ],
    ['no pod to keep', { pods: [] }, { kind: 'left', millis: 13 * 60_000 }],
    [
      'not kept at all',
      { keepUntil: null, expiresAt: inSeconds(3600) },
      { kind: 'left', millis: 3_600_000 },
    ],
  ])('of a failed one: %s', (_case, part, left) => {
    expect(
      timeLeft(aSession(failedWith('CrashLoop'), but(part)), EXAMPLE_NOW),
    ).toMatchObject(left);
  });

  it('is over once it has ended, whatever else holds', () => {
    const session = aSession(failedWith('CrashLoop'), ended);
    expect(timeLeft(session, EXAMPLE_NOW).kind).toBe('ended');
  });
});
