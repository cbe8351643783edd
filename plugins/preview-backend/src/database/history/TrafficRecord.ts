// SPDX-License-Identifier: Apache-2.0
import type { RequestFilter } from '@preview-environments/backstage-plugin-preview-common';
import type { Columns } from '../columns';

/** One row of `traffic_intervals`: requests could reach this revision. */
export interface TrafficRecord {
  sessionId: string;
  fromAt: number;
  /** `null` while it lasts. */
  toAt: number | null;
  revision: number;
  entityRef: string;
  /** Owner of the entity when it began. */
  ownerRef: string;
  cluster: string;
  namespace: string;
  target: string;
  filter: RequestFilter | null;
  image: string;
  imageDigest: string | null;
}

export const TRAFFIC_COLUMNS: Columns<TrafficRecord> = {
  sessionId: 'text',
  fromAt: 'number',
  toAt: 'number',
  revision: 'number',
  entityRef: 'text',
  ownerRef: 'text',
  cluster: 'text',
  namespace: 'text',
  target: 'text',
  filter: 'json',
  image: 'text',
  imageDigest: 'text',
};
