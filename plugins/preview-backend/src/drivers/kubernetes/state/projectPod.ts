// SPDX-License-Identifier: Apache-2.0
import type { Condition, KubeObject, PodSpec } from '../model';
import { DEFAULT_CONTAINER } from '../objects/marks';
import { revisionOf, view } from './project';
import { millis } from './time';
import type { ContainerView, PodView } from './views';

interface ContainerState {
  waiting?: { reason?: string; message?: string };
  running?: { startedAt?: string };
  terminated?: {
    reason?: string;
    exitCode?: number;
    message?: string;
    startedAt?: string;
  };
}

interface ContainerStatus {
  name: string;
  ready?: boolean;
  restartCount?: number;
  image?: string;
  imageID?: string;
  state?: ContainerState;
  lastState?: ContainerState;
}

interface Pod extends KubeObject {
  spec?: PodSpec;
  status?: {
    phase?: string;
    reason?: string;
    message?: string;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
}

export function projectPod(object: KubeObject): PodView {
  const { metadata, spec, status = {} } = object as Pod;
  // A status may name the image by its digest, or not yet.
  const asked = new Map(
    [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])].map(
      ({ name, image }) => [name, image],
    ),
  );
  const condition = (type: string) =>
    status.conditions?.find(each => each.type === type);
  const scheduled = condition('PodScheduled');
  const ready = condition('Ready');
  return {
    ...view(object),
    revision: revisionOf(object),
    mainContainer: metadata.annotations?.[DEFAULT_CONTAINER] ?? null,
    phase: status.phase ?? 'Pending',
    reason: status.reason ?? null,
    message: status.message ?? null,
    createdAt: millis(metadata.creationTimestamp) ?? 0,
    scheduledAt:
      scheduled?.status === 'True' ? since(scheduled, metadata) : null,
    unschedulable:
      scheduled?.status === 'False' && scheduled.reason === 'Unschedulable'
        ? {
            message: scheduled.message ?? '',
            at: millis(scheduled.lastTransitionTime),
          }
        : null,
    readyAt: ready?.status === 'True' ? since(ready, metadata) : null,
    containers: [
      ...(status.initContainerStatuses ?? []).map(each =>
        container(each, true, asked.get(each.name)),
      ),
      ...(status.containerStatuses ?? []).map(each =>
        container(each, false, asked.get(each.name)),
      ),
    ],
  };
}

/** Statuses written by hand in tests and by some tools carry no time. */
function since(
  condition: Condition,
  metadata: { creationTimestamp?: string },
): number {
  return (
    millis(condition.lastTransitionTime) ??
    millis(metadata.creationTimestamp) ??
    0
  );
}

function container(
  status: ContainerStatus,
  init: boolean,
  asked: string | undefined,
): ContainerView {
  const { state = {}, lastState = {} } = status;
  const { terminated, waiting } = state;
  return {
    name: status.name,
    init,
    ready: status.ready ?? false,
    restarts: status.restartCount ?? 0,
    image: asked ?? (status.image || null),
    imageId: status.imageID || null,
    startedAt:
      millis(state.running?.startedAt) ?? millis(terminated?.startedAt),
    waiting: waiting
      ? { reason: waiting.reason ?? '', message: waiting.message ?? '' }
      : null,
    terminated: terminated
      ? {
          reason: terminated.reason ?? '',
          exitCode: terminated.exitCode ?? 0,
          message: terminated.message ?? '',
        }
      : null,
    lastTerminated: lastState.terminated
      ? {
          reason: lastState.terminated.reason ?? '',
          exitCode: lastState.terminated.exitCode ?? 0,
        }
      : null,
  };
}
