// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { targetOf } from './targetOf';

type Place = Pick<PreviewSession, 'cluster' | 'namespace' | 'target'>;

/**
 * The preview that a start with this key at this place would update.
 *
 * @param active - previews of the same service
 */
export function presentAt<T extends Place & Pick<PreviewSession, 'key'>>(
  active: T[],
  place: Place,
  key: string,
): T | undefined {
  return active.find(
    session => session.key === key && targetOf(session, [place]) !== undefined,
  );
}
