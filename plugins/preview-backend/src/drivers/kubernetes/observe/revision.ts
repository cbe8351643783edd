// SPDX-License-Identifier: Apache-2.0
import type { PreviewPod } from '@preview-environments/backstage-plugin-preview-common';
import type {
  Problem,
  RevisionObservation,
  RevisionSteps,
} from '@preview-environments/backstage-plugin-preview-node';
import { iso } from '../state/time';
import type { PodView, ReplicaSetView } from '../state/views';
import { judgePod, progressOf } from './pod';
import { refused } from './refusal';

/** What is seen of one revision. */
export function judgeRevision(
  { number, replicas }: { number: number; replicas: number },
  replicaSet: ReplicaSetView | undefined,
  pods: PodView[],
  now: number,
): RevisionObservation {
  const living = pods.filter(pod => !pod.deleting);
  const ready = living.filter(({ readyAt }) => readyAt !== null);
  const available = replicaSet !== undefined && ready.length >= replicas;
  const waiting = living.find(({ readyAt }) => readyAt === null);
  return {
    number,
    pods: pods.map(describe),
    available,
    readyPods: ready.length,
    steps: stepsOf(living, replicas),
    progress: available || !waiting ? null : progressOf(waiting),
    problem: available ? null : problemOf(replicaSet, living, now),
  };
}

function problemOf(
  replicaSet: ReplicaSetView | undefined,
  pods: PodView[],
  now: number,
): Problem | null {
  const failure = replicaSet?.failure;
  if (failure && pods.length < replicaSet.replicas) {
    const { message: text, at } = failure;
    return refused(text, [{ kind: 'condition', text, at: iso(at) }]);
  }
  const problems = pods
    .map(pod => judgePod(pod, now))
    .filter((each): each is Problem => each !== null);
  return problems.find(({ fatal }) => fatal) ?? problems[0] ?? null;
}

function describe(pod: PodView): PreviewPod {
  const containers = pod.containers.filter(({ init }) => !init);
  const main =
    containers.find(({ name }) => name === pod.mainContainer) ?? containers[0];
  return {
    name: pod.name,
    phase: pod.deleting ? 'Terminating' : pod.phase,
    restarts: containers.reduce((sum, { restarts }) => sum + restarts, 0),
    containers: containers
      .map(({ name }) => name)
      .sort((a, b) => Number(b === main.name) - Number(a === main.name)),
    imageDigest: digestOf(main?.imageId ?? null),
  };
}

function digestOf(imageId: string | null): string | null {
  return imageId?.match(/sha256:[a-f0-9]{64}/)?.[0] ?? null;
}

/** A step is reached when all wanted pods have reached it. */
function stepsOf(pods: PodView[], wanted: number): RevisionSteps {
  const all = (moment: (pod: PodView) => number | null) => {
    const reached = pods
      .map(moment)
      .filter((at): at is number => at !== null)
      .sort((a, b) => a - b);
    return pods.length > 0 && reached.length >= wanted
      ? reached[wanted - 1] ?? reached[reached.length - 1] ?? null
      : null;
  };
  return {
    scheduled: all(({ scheduledAt }) => scheduledAt),
    pulled: all(pulledAt),
    started: all(startedAt),
    available: all(({ readyAt }) => readyAt),
  };
}

function startedAt(pod: PodView): number | null {
  const main = pod.containers.filter(({ init }) => !init);
  return main.length && main.every(each => each.startedAt !== null)
    ? Math.max(...main.map(each => each.startedAt!))
    : null;
}

/** No status tells when an image was pulled: at the latest when it started. */
function pulledAt(pod: PodView): number | null {
  const main = pod.containers.filter(({ init }) => !init);
  const all =
    main.length > 0 && main.every(each => each.imageId || each.startedAt);
  return all ? startedAt(pod) ?? pod.scheduledAt : null;
}
