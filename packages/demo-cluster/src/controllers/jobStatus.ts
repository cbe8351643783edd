// SPDX-License-Identifier: Apache-2.0
import { fromTime } from '../clock';
import { Json, KubernetesObject } from '../objects';
import { conditionOf } from './pods';

/** A Job's status with its pods counted; zeros are left out, as on the wire. */
export function counted(status: Json, counts: Record<string, number>): Json {
  const shown = Object.entries(counts).map(([key, value]) => [
    key,
    value || undefined,
  ]);
  return {
    ...status,
    ...Object.fromEntries(shown),
    ready: counts.ready,
    terminating: 0,
    uncountedTerminatedPods: {},
  };
}

/** Ended, for better or worse. */
export function isOver(job: KubernetesObject): boolean {
  return ['Complete', 'Failed'].some(
    type => conditionOf(job, type)?.status === 'True',
  );
}

/** Until the deadline of a Job that has started; undefined where it has none. */
export function millisecondsLeft(
  { spec, status }: KubernetesObject,
  now: number,
): number | undefined {
  if (spec.activeDeadlineSeconds === undefined) return undefined;
  return fromTime(status.startTime) + spec.activeDeadlineSeconds * 1000 - now;
}
