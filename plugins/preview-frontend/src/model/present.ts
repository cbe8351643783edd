// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { targetOf } from './targetOf';

type Place = Pick<PreviewSession, 'cluster' | 'namespace' | 'target'>;

/**
 * The preview that a start with this key at this place would update; one that
 * is being stopped it would resume, which is another story.
 *
 * @param active - previews of the same service
 */
export function presentAt<
  T extends Place & Pick<PreviewSession, 'key' | 'phase'>,
>(active: T[], place: Place, key: string): T | undefined {
  return active.find(
    session =>
      session.key === key &&
      session.phase !== 'stopping' &&
      targetOf(session, [place]) !== undefined,
  );
}
