// SPDX-License-Identifier: Apache-2.0
/* What the suite takes from inside the backend and the command. */
/* eslint-disable @backstage/no-forbidden-package-imports */
export { isPostgres } from '@preview-environments/backstage-plugin-preview-backend/src/database/engine';
export {
  ENGINES,
  freshDatabase,
} from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/databases';
export {
  recordFacts,
  seal,
  testKeys,
} from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/sealedLog';
export type { LogKeys } from '@preview-environments/backstage-plugin-preview-backend/src/transparency/keys/LogKeys';
export { TransparencyLog } from '@preview-environments/backstage-plugin-preview-backend/src/transparency/TransparencyLog';
export { processClock } from '@preview-environments/backstage-plugin-preview-backend/src/lifecycle/clock';
export { preview } from '@preview-environments/cli/src/testUtils/recorder';
