// SPDX-License-Identifier: Apache-2.0

/**
 * What a component of the cluster said about an object of a preview.
 *
 * @public
 */
export interface ClusterEvent {
  /** UID of the Event. */
  id: string;
  type: 'Normal' | 'Warning';
  /** As the component wrote it, such as `FailedScheduling`. */
  reason: string;
  message: string;
  /** Whom it is about. */
  object: { kind: string; name: string };
  /** How often it was said. */
  count: number;
  /** ISO 8601. */
  firstAt: string;
  lastAt: string;
}

/**
 * Kubernetes events of a preview, the newest first.
 *
 * `over`: the preview has ended, its objects are gone. `unsupported`: what
 * runs the preview does not tell events. `items` is empty in both cases.
 *
 * @public
 */
export interface ClusterEvents {
  state: 'live' | 'over' | 'unsupported';
  items: ClusterEvent[];
}
