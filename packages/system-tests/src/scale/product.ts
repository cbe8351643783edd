// SPDX-License-Identifier: Apache-2.0
/* What the suite of scale takes from inside the backend. */
/* eslint-disable @backstage/no-forbidden-package-imports */
export { isPostgres } from '@preview-environments/backstage-plugin-preview-backend/src/database/engine';
export {
  ANN,
  aPortal,
  type Portal,
} from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/aPortal';
export { TEST_START } from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/aSession';
export {
  ENGINES,
  freshDatabase,
} from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/databases';
export {
  EVENT_EVERY,
  seedEvents,
} from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/seedEvents';
export { seedSessions } from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/seedSessions';
