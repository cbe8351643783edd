// SPDX-License-Identifier: Apache-2.0
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { previewSessionResourceRef } from '../resource';

/** @public */
export const hasEntity = createPermissionRule({
  name: 'HAS_ENTITY',
  description: 'Previews of one of these entities',
  resourceRef: previewSessionResourceRef,
  paramsSchema: z.object({ entityRefs: z.array(z.string()) }),
  apply: (session, { entityRefs }) => entityRefs.includes(session.entityRef),
  toQuery: ({ entityRefs }) => ({ column: 'entity_ref', values: entityRefs }),
});
