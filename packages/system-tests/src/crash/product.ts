// SPDX-License-Identifier: Apache-2.0
/* What the crash suite takes from inside the backend. */
/* eslint-disable @backstage/no-forbidden-package-imports */
export { DatabaseClock } from '@preview-environments/backstage-plugin-preview-backend/src/database/clock';
export { claimEnvironment } from '@preview-environments/backstage-plugin-preview-backend/src/database/environments/claimEnvironment';
export { insertRevision } from '@preview-environments/backstage-plugin-preview-backend/src/database/history/insertRevision';
export { migrate } from '@preview-environments/backstage-plugin-preview-backend/src/database/migrate';
export type { SessionRecord } from '@preview-environments/backstage-plugin-preview-backend/src/database/SessionRecord';
export { getSession } from '@preview-environments/backstage-plugin-preview-backend/src/database/sessions/getSession';
export { updateSession } from '@preview-environments/backstage-plugin-preview-backend/src/database/sessions/updateSession';
export {
  type CheckpointName,
  type Checkpoints,
  NO_CHECKPOINTS,
} from '@preview-environments/backstage-plugin-preview-backend/src/lifecycle/checkpoints';
export { processClock } from '@preview-environments/backstage-plugin-preview-backend/src/lifecycle/clock';
export { Lifecycle } from '@preview-environments/backstage-plugin-preview-backend/src/lifecycle/Lifecycle';
export { secureRandom } from '@preview-environments/backstage-plugin-preview-backend/src/lifecycle/random';
export { beginRevision } from '@preview-environments/backstage-plugin-preview-backend/src/sessions/beginRevision';
export { SessionEvents } from '@preview-environments/backstage-plugin-preview-backend/src/sessions/SessionEvents';
export {
  aSession,
  createdAt,
  insertStarted,
  numbered,
  withFields,
} from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/aSession';
export {
  type CensusEntry,
  checkHouse,
} from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/checkHouse';
