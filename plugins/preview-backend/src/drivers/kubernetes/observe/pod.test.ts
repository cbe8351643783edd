// SPDX-License-Identifier: Apache-2.0
import { CODES } from '@preview-environments/backstage-plugin-preview-common';
import { aPod } from '../testUtils/objects';
import type { ContainerView, PodView } from '../state/views';
import { judgePod, progressOf } from './pod';

const NOW = 100_000;
const waiting = (
  reason: string,
  message = '',
  more: Partial<ContainerView> = {},
): PodView => aPod({}, { waiting: { reason, message }, ...more });

describe('judgePod', () => {
  it.each<[string, PodView, string, boolean]>([
    [
      'a first failed pull',
      waiting('ErrImagePull', 'dial tcp: timeout'),
      'ImagePullFailed',
      false,
    ],
    [
      'a registry that is away',
      waiting('ImagePullBackOff', 'Back-off pulling image "a"'),
      'ImagePullFailed',
      false,
    ],
    [
      'an image that is not there',
      waiting('ImagePullBackOff', 'manifest for a:b not found'),
      'ImagePullFailed',
      true,
    ],
    [
      'an image of somebody else',
      waiting('ErrImagePull', 'pull access denied for a'),
      'ImagePullFailed',
      true,
    ],
    [
      'no image name',
      waiting('InvalidImageName', 'couldn’t parse'),
      'ImagePullFailed',
      true,
    ],
    [
      'a first crash',
      waiting('CrashLoopBackOff', '', { restarts: 1 }),
      'CrashLoop',
      false,
    ],
    [
      'the third crash',
      waiting('CrashLoopBackOff', '', { restarts: 2 }),
      'CrashLoop',
      true,
    ],
    [
      'a missing Secret',
      waiting('CreateContainerConfigError', 'secret "a" not found'),
      'AdmissionRefused',
      false,
    ],
    [
      'no node, just now',
      aPod({
        scheduledAt: null,
        unschedulable: { message: '0/3 nodes', at: NOW - 1 },
      }),
      'Unschedulable',
      false,
    ],
    [
      'no node for long',
      aPod({
        scheduledAt: null,
        unschedulable: { message: '0/3 nodes', at: 0 },
      }),
      'Unschedulable',
      true,
    ],
    [
      'evicted',
      aPod({ phase: 'Failed', reason: 'Evicted', message: 'disk' }),
      'Unschedulable',
      false,
    ],
    [
      'an init container that crashes',
      aPod(
        {},
        {
          name: 'migrate',
          init: true,
          restarts: 5,
          waiting: { reason: 'CrashLoopBackOff', message: '' },
        },
        {},
      ),
      'CrashLoop',
      true,
    ],
  ])('%s', (_, pod, code, fatal) => {
    expect(judgePod(pod, NOW)).toMatchObject({ code, fatal });
  });

  it.each<[string, PodView]>([
    ['being made', waiting('ContainerCreating')],
    ['initialising', waiting('PodInitializing')],
    ['running', aPod({}, { startedAt: 1, ready: true })],
    ['no status yet', aPod()],
  ])('sees no problem in a pod that is %s', (_, pod) => {
    expect(judgePod(pod, NOW)).toBeNull();
  });

  it('names the image that could not be pulled', () => {
    const pod = waiting('ErrImagePull', 'manifest unknown', {
      image: 'shop/checkout:typo',
    });
    expect(judgePod(pod, NOW)).toMatchObject({
      message:
        'The image could not be pulled: shop/checkout:typo does not exist.',
      hint: CODES.ImagePullFailed.hint,
      evidence: [{ text: 'Container main: ErrImagePull: manifest unknown' }],
    });
  });

  it('tells the exit code', () => {
    const pod = waiting('CrashLoopBackOff', 'back-off 10s', {
      restarts: 3,
      lastTerminated: { reason: 'OOMKilled', exitCode: 137 },
    });
    expect(judgePod(pod, NOW)?.message).toContain('137 (OOMKilled)');
  });
});

describe('progressOf', () => {
  it.each<[string | null, PodView]>([
    ['waiting for a node', aPod({ scheduledAt: null })],
    ['pulling image', aPod()],
    ['pulling image', waiting('ContainerCreating')],
    [
      'running init container migrate',
      aPod({}, { name: 'migrate', init: true, startedAt: 1 }, {}),
    ],
    ['starting', aPod({}, { imageId: 'x' })],
    ['waiting until it answers', aPod({}, { imageId: 'x', startedAt: 1 })],
    ['stopping', aPod({ deleting: true })],
    [null, aPod({ readyAt: 1 }, { startedAt: 1 })],
  ])('%s', (text, pod) => {
    expect(progressOf(pod)).toBe(text);
  });
});
