// SPDX-License-Identifier: Apache-2.0
import type {
  Idle,
  Selection,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Wish } from '../start/wish';
import type { Fields } from './Fields';
import { readMounts } from './mounts';

/** `feature.preview`, and how long to wait, in milliseconds. */
export function readPreview(
  preview: Fields | undefined,
  readFile: (path: string) => Buffer,
): { wish: Partial<Wish>; timeout?: number } {
  if (!preview) {
    return { wish: {} };
  }
  const seconds = preview.count('creation_timeout_secs');
  const labels = preview.section('labels');
  const idle = preview.section('idle');
  return {
    ...(seconds !== undefined && { timeout: seconds * 1000 }),
    wish: {
      image: preview.text('image'),
      ...lifeOf(preview),
      replicas: preview.count('replicas'),
      labels: labels && selectionOf(labels),
      idle: idle && idleOf(idle),
      configMounts: readMounts(preview, 'config_mounts', readFile),
      secretMounts: readMounts(preview, 'secret_mounts', readFile),
    },
  };
}

function lifeOf(preview: Fields): Pick<Wish, 'ttl' | 'pinned'> {
  preview.onlyOneOf('ttl_mins', 'ttl_secs');
  for (const [name, unit] of [
    ['ttl_mins', 'm'],
    ['ttl_secs', 's'],
  ]) {
    if (preview.any(name) === 'infinite') {
      return { pinned: true };
    }
    const count = preview.count(name);
    if (count !== undefined) {
      return { ttl: `${count}${unit}` };
    }
  }
  return {};
}

function selectionOf(part: Fields): Selection {
  part.onlyOneOf('include', 'exclude');
  const include = part.texts('include');
  const exclude = part.texts('exclude');
  return { ...(include && { include }), ...(exclude && { exclude }) };
}

function idleOf(part: Fields): Idle {
  const startIdle = part.flag('start_idle');
  const sleepAfterSeconds = part.count('sleep_after_secs');
  const wakeTimeoutSeconds = part.count('wake_timeout_secs');
  return {
    ...(startIdle !== undefined && { startIdle }),
    ...(sleepAfterSeconds !== undefined && { sleepAfterSeconds }),
    ...(wakeTimeoutSeconds !== undefined && { wakeTimeoutSeconds }),
  };
}
