// SPDX-License-Identifier: Apache-2.0
import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  previewPermissions,
  previewSessionExtendPermission,
  previewSessionLogsPermission,
  previewSessionReadPermission,
  previewSessionSignOffPermission,
  previewSessionStopPermission,
  previewSessionUpdatePermission,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { listSessions } from '../database/sessions/listSessions';
import { previewSessionResourceRef } from './resource';
import { previewSessionRules } from './rules';

const ON_SESSIONS = [
  previewSessionReadPermission,
  previewSessionUpdatePermission,
  previewSessionExtendPermission,
  previewSessionStopPermission,
  previewSessionLogsPermission,
  previewSessionSignOffPermission,
];

/** Makes permissions and rules known to the permission framework. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  knex: Knex,
): void {
  registry.addResourceType({
    resourceRef: previewSessionResourceRef,
    permissions: ON_SESSIONS,
    rules: Object.values(previewSessionRules),
    getResources: async ids => {
      const sessions = await knex.transaction(trx =>
        listSessions(trx, {
          filter: { ids },
          order: { by: 'createdAt', direction: 'desc' },
          limit: ids.length,
        }),
      );
      return ids.map(id => sessions.find(session => session.id === id));
    },
  });
  registry.addPermissions(
    previewPermissions.filter(
      each => !ON_SESSIONS.some(({ name }) => name === each.name),
    ),
  );
}
