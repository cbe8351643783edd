// SPDX-License-Identifier: Apache-2.0
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { previewSessionResourceRef } from '../resource';

/** @public */
export const isCreator = createPermissionRule({
  name: 'IS_CREATOR',
  description: 'Previews that one of these users or service subjects started',
  resourceRef: previewSessionResourceRef,
  paramsSchema: z.object({ createdBy: z.array(z.string()) }),
  apply: (session, { createdBy }) => createdBy.includes(session.createdBy),
  toQuery: ({ createdBy }) => ({ column: 'created_by', values: createdBy }),
});
