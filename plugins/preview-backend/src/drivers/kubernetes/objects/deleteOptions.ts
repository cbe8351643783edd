// SPDX-License-Identifier: Apache-2.0

export interface DeleteOptions {
  apiVersion: 'v1';
  kind: 'DeleteOptions';
  propagationPolicy: 'Background' | 'Foreground' | 'Orphan';
  preconditions: { uid: string };
}

/**
 * Deletes exactly the object with that UID, and lets the garbage collector
 * take what it owns. Without the propagation policy a Job's dependents would
 * stay behind as orphans that nothing ends.
 */
export function buildDeleteOptions(uid: string): DeleteOptions {
  return {
    apiVersion: 'v1',
    kind: 'DeleteOptions',
    propagationPolicy: 'Background',
    preconditions: { uid },
  };
}
