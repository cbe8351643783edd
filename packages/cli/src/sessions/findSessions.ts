// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewSession,
  toKey,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Portal } from '../connection/Portal';

/** Options that say which previews are meant. */
export interface Which {
  /** One session; the others are not looked at then. */
  id?: string;
  key?: string;
  target?: string;
  namespace?: string;
  entity?: string;
  cluster?: string;
  /** Also those that are over. */
  ended?: boolean;
}

const PAGE = 200;

/** Previews that the options mean, newest first; of ended ones the last 200. */
export async function findSessions(
  portal: Portal,
  { id, key, target, namespace, entity, cluster, ended }: Which,
): Promise<PreviewSession[]> {
  if (id) {
    return [await portal.getSession(id)];
  }
  const found: PreviewSession[] = [];
  let cursor: string | undefined;
  do {
    const page = await portal.listSessions({
      key: key === undefined ? undefined : toKey(key),
      target,
      namespace,
      entityRef: entity,
      cluster,
      active: ended ? undefined : true,
      limit: PAGE,
      cursor,
    });
    found.push(...page.items);
    cursor = ended ? undefined : page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}
