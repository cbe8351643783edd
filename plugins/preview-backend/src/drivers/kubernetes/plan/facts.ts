// SPDX-License-Identifier: Apache-2.0
import type { Service, Workload } from '../model';
import type { HttpRoute } from '../routing/gateway-api/model';
import type { SessionObjects } from '../state/views';

/** Everything that is known of one session, gathered once. */
export interface Facts {
  objects: SessionObjects;
  /** The workload that is copied, or `null` when it is gone. */
  target: Workload | null;
  /** The team's Services that select the target's pods. */
  services: Service[];
  /** The team's routes of the namespace. */
  routes: HttpRoute[];
}
