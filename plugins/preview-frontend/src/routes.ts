// SPDX-License-Identifier: Apache-2.0
import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** All previews that the caller may see. */
export const rootRouteRef = createRouteRef({ id: 'preview' });

/** Who did what, and what received traffic when. */
export const auditRouteRef = createSubRouteRef({
  id: 'preview.audit',
  parent: rootRouteRef,
  path: '/audit',
});

/** One preview, by its id. */
export const sessionRouteRef = createSubRouteRef({
  id: 'preview.session',
  parent: rootRouteRef,
  path: '/sessions/:id',
});

/** The runbook page of a failure's code. */
export const runbookRouteRef = createSubRouteRef({
  id: 'preview.runbook',
  parent: rootRouteRef,
  path: '/runbooks/:code',
});

/** The tab on a service's page. */
export const entityRouteRef = createRouteRef({ id: 'preview.entity' });
