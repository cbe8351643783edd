// SPDX-License-Identifier: Apache-2.0
import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/** Who may read and export the audit log. */
const AUDITORS = ['group:default/audit', 'group:default/platform'];

/**
 * The permission framework keeps the audit log to its readers. To all else it
 * says yes, so that what the demo refuses is refused by the preview plugin's
 * own rules.
 */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'demo-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            const denied =
              permission.name.startsWith('preview.audit.') &&
              !user?.info.ownershipEntityRefs.some(ref =>
                AUDITORS.includes(ref),
              );
            return {
              result: denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
            };
          },
        });
      },
    });
  },
});
