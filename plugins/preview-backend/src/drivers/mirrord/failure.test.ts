// SPDX-License-Identifier: Apache-2.0
import { failureOf, isExpired } from './failure';

const failed = (failureMessage: string | null) => ({
  phase: 'Failed',
  failureMessage,
  failedAt: '2026-11-21T12:00:00Z',
});

describe('failureOf', () => {
  it.each([
    ['ErrImagePull: 401 Unauthorized', 'ImagePullFailed'],
    ['Back-off pulling image "shop/checkout:pr-1"', 'ImagePullFailed'],
    ['pods "x" is forbidden: exceeded quota: pods', 'QuotaExceeded'],
    ['0/3 nodes are available: 3 Insufficient cpu.', 'Unschedulable'],
    ['no Pod is ready to be a session target', 'TargetNotFound'],
    ['share host is already held by another preview', 'FilterConflict'],
    ['stealing is blocked by policy "no-steal"', 'AdmissionRefused'],
    ['container main exited with code 1', 'CrashLoop'],
    ['preview pod crashed', 'CrashLoop'],
    ['timed out waiting for the pod', 'ReadinessTimeout'],
    ['the license is not valid any more', 'OperatorUnavailable'],
    ['something that nobody has seen before', 'OperatorGaveUp'],
    [null, 'OperatorGaveUp'],
  ])('reads %j as %s', (words, code) => {
    const problem = failureOf(failed(words));
    expect(problem).toMatchObject({ code, fatal: true });
    expect(problem.evidence.map(({ text }) => text)).toEqual(
      words === null ? [] : [words],
    );
  });
});

describe('isExpired', () => {
  it('knows how old operators say that the time is up', () => {
    expect(isExpired(failed('preview session TTL expired'))).toBe(true);
    expect(isExpired(failed('container main exited with code 1'))).toBe(false);
    expect(isExpired({ phase: 'Ready' })).toBe(false);
    expect(isExpired(null)).toBe(false);
  });
});
