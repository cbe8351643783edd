// SPDX-License-Identifier: Apache-2.0
/* What the suite and its processes take from inside the backend. */
/* eslint-disable @backstage/no-forbidden-package-imports */
export {
  checkLog,
  recordFacts,
  TEST_ORIGIN,
} from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/sealedLog';
export {
  makeSecret,
  readSecret,
} from '@preview-environments/backstage-plugin-preview-backend/src/transparency/keys/LogKey';
export { LogKeys } from '@preview-environments/backstage-plugin-preview-backend/src/transparency/keys/LogKeys';
export { Sealer } from '@preview-environments/backstage-plugin-preview-backend/src/transparency/seal/Sealer';
export { processClock } from '@preview-environments/backstage-plugin-preview-backend/src/lifecycle/clock';
