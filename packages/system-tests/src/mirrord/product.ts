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
