// SPDX-License-Identifier: Apache-2.0
import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of permissions on existing previews. @public */
export const RESOURCE_TYPE_PREVIEW_SESSION = 'preview-session';

const onSession = { resourceType: RESOURCE_TYPE_PREVIEW_SESSION } as const;

/**
 * Starting a preview is a permission on the catalog entity, so that the
 * catalog's own rules work in it.
 *
 * @public
 */
export const previewSessionCreatePermission = createPermission({
  name: 'preview.session.create',
  attributes: { action: 'create' },
  resourceType: 'catalog-entity',
});

/** @public */
export const previewSessionReadPermission = createPermission({
  name: 'preview.session.read',
  attributes: { action: 'read' },
  ...onSession,
});

/** @public */
export const previewSessionUpdatePermission = createPermission({
  name: 'preview.session.update',
  attributes: { action: 'update' },
  ...onSession,
});

/** @public */
export const previewSessionExtendPermission = createPermission({
  name: 'preview.session.extend',
  attributes: { action: 'update' },
  ...onSession,
});

/** @public */
export const previewSessionStopPermission = createPermission({
  name: 'preview.session.stop',
  attributes: { action: 'delete' },
  ...onSession,
});

/** @public */
export const previewSessionLogsPermission = createPermission({
  name: 'preview.session.logs',
  attributes: { action: 'read' },
  ...onSession,
});

/** @public */
export const previewSessionSignOffPermission = createPermission({
  name: 'preview.session.sign-off',
  attributes: { action: 'update' },
  ...onSession,
});

/** @public */
export const previewEnvironmentJoinPermission = createPermission({
  name: 'preview.environment.join',
  attributes: { action: 'create' },
});

/** @public */
export const previewAuditReadPermission = createPermission({
  name: 'preview.audit.read',
  attributes: { action: 'read' },
});

/** @public */
export const previewAuditExportPermission = createPermission({
  name: 'preview.audit.export',
  attributes: { action: 'read' },
});

/** Erasing what the audit log says of a person. @public */
export const previewAuditErasePermission = createPermission({
  name: 'preview.audit.erase',
  attributes: { action: 'delete' },
});

/** Everything that a policy may decide on. @public */
export const previewPermissions = [
  previewSessionCreatePermission,
  previewSessionReadPermission,
  previewSessionUpdatePermission,
  previewSessionExtendPermission,
  previewSessionStopPermission,
  previewSessionLogsPermission,
  previewSessionSignOffPermission,
  previewEnvironmentJoinPermission,
  previewAuditReadPermission,
  previewAuditExportPermission,
  previewAuditErasePermission,
];
