// SPDX-License-Identifier: Apache-2.0
import type { RequestFilter } from '../grammar/filter';

/**
 * From when to when requests could reach one revision of a preview. Times are
 * ISO 8601 in UTC.
 *
 * @public
 */
export interface TrafficInterval {
  sessionId: string;
  key: string;
  entityRef: string;
  /** Owner of the entity when the interval began. */
  ownerRef: string;
  cluster: string;
  namespace: string;
  target: string;
  revision: number;
  image: string;
  /** `null` where the cluster had not told it yet. */
  imageDigest: string | null;
  filter: RequestFilter | null;
  from: string;
  /** `null` while it lasts. */
  to: string | null;
  /** Who started the preview. */
  startedBy: string;
  claimedActor: string | null;
  /** Who asked for this image. */
  imageBy: string;
}

/**
 * Answer of `GET /audit/traffic`: every interval that has at least one moment
 * within `from` and `to`, both included, oldest first.
 *
 * @public
 */
export interface TrafficPage {
  from: string;
  to: string;
  items: TrafficInterval[];
  nextCursor: string | null;
}
