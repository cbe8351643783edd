// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@preview-environments/backstage-plugin-preview-node';
import { iso } from '../state/time';
import type { ContainerView, PodView } from '../state/views';
import { pullFailure } from './pullFailure';
import { problem } from './refusal';

/** A full cluster may get a node; after this it is said to be final. */
const UNSCHEDULABLE_FINAL_MS = 30_000;
/** Some programs need a second try to find what they depend on. */
const CRASHES_FINAL = 2;

const PULLING = new Set(['ErrImagePull', 'ImagePullBackOff']);
const BAD_IMAGE = new Set([
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
]);
const NOT_CREATED = new Set([
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'PostStartHookError',
]);
/** Words of registries that trying again will not change. */
const NO_SUCH_IMAGE =
  /not found|manifest unknown|does not exist|pull access denied|unauthorized|authentication required|denied|name unknown/i;

/** What stands in a pod's way, or `null`. `now` in epoch milliseconds. */
export function judgePod(pod: PodView, now: number): Problem | null {
  // Once a node reports containers, what the scheduler said is over.
  if (pod.unschedulable && pod.containers.length === 0) {
    const { message, at } = pod.unschedulable;
    return problem('Unschedulable', {
      fatal: at !== null && now - at >= UNSCHEDULABLE_FINAL_MS,
      evidence: [{ kind: 'condition', text: message, at: iso(at) }],
    });
  }
  for (const container of pod.containers) {
    const found = judgeContainer(container);
    if (found) {
      return found;
    }
  }
  if (pod.phase === 'Failed') {
    return problem(pod.reason === 'Evicted' ? 'Unschedulable' : 'CrashLoop', {
      message: pod.message ?? undefined,
      evidence: [
        { kind: 'status', text: `${pod.reason ?? 'Failed'}`, at: null },
      ],
      // The ReplicaSet makes another pod.
      fatal: false,
    });
  }
  return null;
}

function judgeContainer(container: ContainerView): Problem | null {
  const { waiting, name } = container;
  if (!waiting) {
    return null;
  }
  const evidence = [
    {
      kind: 'status' as const,
      text: `Container ${name}: ${waiting.reason}${
        waiting.message ? `: ${waiting.message}` : ''
      }`,
      at: null,
    },
  ];
  if (PULLING.has(waiting.reason) || BAD_IMAGE.has(waiting.reason)) {
    return problem('ImagePullFailed', {
      ...pullFailure(container.image, waiting.message),
      evidence,
      fatal:
        BAD_IMAGE.has(waiting.reason) || NO_SUCH_IMAGE.test(waiting.message),
    });
  }
  if (waiting.reason === 'CrashLoopBackOff') {
    const last = container.lastTerminated;
    return problem('CrashLoop', {
      message: last
        ? `The container ${name} starts and ends again and again, with exit code ${last.exitCode} (${last.reason}).`
        : undefined,
      evidence,
      fatal: container.restarts >= CRASHES_FINAL,
    });
  }
  if (NOT_CREATED.has(waiting.reason)) {
    return problem('AdmissionRefused', {
      message: `The container ${name} could not be made: ${
        waiting.message || waiting.reason
      }.`,
      hint: 'The message names what is missing, often a Secret, a ConfigMap or the command of the image.',
      evidence,
      fatal: false,
    });
  }
  return null;
}

/** What a pod is doing at present, for people. */
export function progressOf(pod: PodView): string | null {
  if (pod.deleting) {
    return 'stopping';
  }
  if (pod.scheduledAt === null) {
    return 'waiting for a node';
  }
  const init = pod.containers.find(
    each => each.init && each.startedAt && !each.terminated && !each.ready,
  );
  if (init) {
    return `running init container ${init.name}`;
  }
  const main = pod.containers.filter(each => !each.init);
  if (
    main.length === 0 ||
    main.some(each => !each.imageId && !each.startedAt)
  ) {
    return 'pulling image';
  }
  if (main.some(each => each.startedAt === null)) {
    return 'starting';
  }
  return pod.readyAt === null ? 'waiting until it answers' : null;
}
