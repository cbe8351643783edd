// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';

/**
 * Whether a preview comes up for the first time and its container has not
 * started, so that asking for its log can only be refused. During an update
 * there is the log of the version before.
 */
export function isLogToCome({
  endedAt,
  phase,
  revision,
  steps,
}: Pick<PreviewSession, 'endedAt' | 'phase' | 'revision' | 'steps'>): boolean {
  const started = steps.find(({ name }) => name === 'started')?.status;
  return (
    endedAt === null &&
    phase !== 'failed' &&
    revision === 1 &&
    (started === 'pending' || started === 'running')
  );
}
