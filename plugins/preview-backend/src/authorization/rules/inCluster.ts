// SPDX-License-Identifier: Apache-2.0
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { previewSessionResourceRef } from '../resource';

/** @public */
export const inCluster = createPermissionRule({
  name: 'IN_CLUSTER',
  description: 'Previews on one of these clusters',
  resourceRef: previewSessionResourceRef,
  paramsSchema: z.object({ clusters: z.array(z.string()) }),
  apply: (session, { clusters }) => clusters.includes(session.cluster),
  toQuery: ({ clusters }) => ({ column: 'cluster', values: clusters }),
});
