// SPDX-License-Identifier: Apache-2.0
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { previewSessionResourceRef } from '../resource';

/** @public */
export const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description:
    'Previews of entities that one of these groups or users owns now',
  resourceRef: previewSessionResourceRef,
  paramsSchema: z.object({ claims: z.array(z.string()) }),
  apply: (session, { claims }) => claims.includes(session.ownerRef),
  toQuery: ({ claims }) => ({ column: 'owner_ref', values: claims }),
});
