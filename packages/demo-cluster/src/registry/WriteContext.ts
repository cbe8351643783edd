// SPDX-License-Identifier: Apache-2.0

/** Who asks. */
export interface User {
  name: string;
  uid?: string;
  groups: string[];
}

/** How a write was asked for. */
export interface WriteContext {
  user: User;
  dryRun: boolean;
  /** Whose write it is in `managedFields`; the cluster's own controllers leave no mark. */
  manager?: string;
  /** Texts for the client's `Warning` header. */
  warnings: string[];
}

/** Who sends no credentials. */
export const ANONYMOUS: User = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

export const MASTERS = 'system:masters';

/** The context of the cluster's own controllers. */
export function controllerContext(name: string): WriteContext {
  return {
    user: {
      name: `system:serviceaccount:kube-system:${name}`,
      groups: [MASTERS],
    },
    dryRun: false,
    warnings: [],
  };
}
