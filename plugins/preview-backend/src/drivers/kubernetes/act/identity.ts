// SPDX-License-Identifier: Apache-2.0
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';

/** What every object of a session bears. */
export function identity({
  namespace,
  sessionId,
  key,
  entityRef,
}: SessionIntent) {
  return { namespace, sessionId, key, entityRef };
}
