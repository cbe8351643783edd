// SPDX-License-Identifier: Apache-2.0
/* eslint-disable @backstage/no-forbidden-package-imports */
export { MirrordDriver } from '@preview-environments/backstage-plugin-preview-backend/src/drivers/mirrord';
export type {
  MirrordOperator,
  MirrordSession,
} from '@preview-environments/backstage-plugin-preview-backend/src/drivers/mirrord/model';
export {
  OPERATORS,
  PREVIEW_SESSIONS,
} from '@preview-environments/backstage-plugin-preview-backend/src/drivers/mirrord/resources';
export { capabilitiesOf } from '@preview-environments/backstage-plugin-preview-backend/src/drivers/mirrord/capabilities';
export { missingFields } from '@preview-environments/backstage-plugin-preview-backend/src/drivers/mirrord/missing';
export { operatorFacts } from '@preview-environments/backstage-plugin-preview-backend/src/drivers/mirrord/operator';
export { buildSession } from '@preview-environments/backstage-plugin-preview-backend/src/drivers/mirrord/session';
export { refusalsOfIntent } from '@preview-environments/backstage-plugin-preview-backend/src/drivers/mirrord/supported';
export { ttlSecsOf } from '@preview-environments/backstage-plugin-preview-backend/src/drivers/mirrord/ttl';
export { readConfig } from '@preview-environments/backstage-plugin-preview-backend/src/config/readConfig';
export type { PolicyInput } from '@preview-environments/backstage-plugin-preview-backend/src/policy/Rule';
export { TARGET_RULES } from '@preview-environments/backstage-plugin-preview-backend/src/policy/rules';
export { parseStart } from '@preview-environments/backstage-plugin-preview-backend/src/sessions/start/parseStart';
export { wishOf } from '@preview-environments/backstage-plugin-preview-backend/src/sessions/start/wishOf';
export { CliError } from '@preview-environments/cli/src/CliError';
export { convert } from '@preview-environments/cli/src/mirrordConfig/convert';
