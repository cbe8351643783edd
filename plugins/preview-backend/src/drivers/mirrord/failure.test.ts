// SPDX-License-Identifier: Apache-2.0
import { CODES } from '@preview-environments/backstage-plugin-preview-common';
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
    const problem = failureOf(failed(words), 'shop/checkout:pr-1');
    expect(problem).toMatchObject({ code, fatal: true });
    expect(problem.evidence.map(({ text }) => text)).toEqual(
      words === null ? [] : [words],
    );
  });
});

describe('the words of failureOf', () => {
  it.each([
    [
      'ErrImagePull: 401 Unauthorized',
      'The image could not be pulled: access to shop/checkout:pr-1 was denied.',
    ],
    [
      'pods "x" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=2, limited: pods=2',
      'The namespace has no quota left: the ResourceQuota "pods" limits pods to 2 (2 in use, 1 more asked for).',
    ],
    ['exceeded quota', CODES.QuotaExceeded.message],
  ])('for %j', (words, message) => {
    const problem = failureOf(failed(words), 'shop/checkout:pr-1');
    expect(problem.message).toBe(message);
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
