// SPDX-License-Identifier: Apache-2.0
import type {
  DatabaseBranch,
  Idle,
  Selection,
} from '@preview-environments/backstage-plugin-preview-common';
import { invalid } from './invalid';

/** Names of labels and variables, with `*` and `?`. */
const NAME_PATTERN = /^[A-Za-z0-9_./*?-]+$/;

/** @throws PreviewError `InvalidRequest` */
export function checkSelection(
  selection: Selection | null | undefined,
  field: string,
): void {
  if (!selection) {
    return;
  }
  const { include, exclude } = selection;
  if ((include === undefined) === (exclude === undefined)) {
    throw invalid(
      field,
      'What is kept must be said in exactly one way.',
      'Give either include or exclude.',
    );
  }
  const list = include ?? exclude ?? [];
  const name = include ? 'include' : 'exclude';
  const odd = list.findIndex(each => !NAME_PATTERN.test(each));
  if (odd >= 0) {
    throw invalid(
      `${field}.${name}[${odd}]`,
      'This is no pattern of names.',
      'Use letters, digits, "-", "_", "." and "/", and "*" and "?" for what may vary.',
    );
  }
}

const SHORTEST_SLEEP = 30;

/** @throws PreviewError `InvalidRequest` */
export function checkIdle(idle: Idle | null | undefined): void {
  if (!idle) {
    return;
  }
  const { startIdle = false, sleepAfterSeconds, wakeTimeoutSeconds } = idle;
  if (sleepAfterSeconds !== undefined && sleepAfterSeconds < SHORTEST_SLEEP) {
    throw invalid(
      'idle.sleepAfterSeconds',
      'The preview would go to sleep too soon.',
      `Give at least ${SHORTEST_SLEEP} seconds.`,
    );
  }
  if (wakeTimeoutSeconds !== undefined && wakeTimeoutSeconds < 1) {
    throw invalid(
      'idle.wakeTimeoutSeconds',
      'Requests would never wait for the preview to wake.',
      'Give at least 1 second.',
    );
  }
  if (!startIdle && sleepAfterSeconds === undefined) {
    throw invalid(
      'idle',
      'Nothing would ever make the preview idle.',
      'Give startIdle: true or sleepAfterSeconds, or leave idle out.',
    );
  }
}

/** DNS subdomain: what Kubernetes takes as the name of an object. */
const OBJECT_NAME =
  /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** @throws PreviewError `InvalidRequest` */
export function checkBranches(branches: DatabaseBranch[]): void {
  branches.forEach(({ type, name }, index) => {
    const field = `databases[${index}]`;
    if (!OBJECT_NAME.test(name)) {
      throw invalid(
        `${field}.name`,
        'This is no name of a branch database.',
        'Give the name of its object in the namespace of the target.',
      );
    }
    const first = branches.findIndex(
      each => each.type === type && each.name === name,
    );
    if (first < index) {
      throw invalid(
        field,
        'A branch database is named twice.',
        'Name every branch once.',
      );
    }
  });
}
