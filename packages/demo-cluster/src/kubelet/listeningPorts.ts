// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject } from '../objects';

/**
 * Where a container port cannot be had (ports below 1024, machines with a single loopback address),
 * the container listens on a free one, and this annotation of the pod says which: `{"80": 49321}`.
 */
export const LISTENING_PORTS = 'demo-cluster/listening-ports';

/** The port on which a pod really serves one of its container ports. */
export function listeningPort(
  { metadata }: KubernetesObject,
  port: number,
): number {
  const moved = metadata.annotations?.[LISTENING_PORTS];
  return (moved && JSON.parse(moved)[port]) || port;
}
