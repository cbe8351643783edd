// SPDX-License-Identifier: Apache-2.0
/* What the suites take from inside the backend, beside its plugin. */
/* eslint-disable @backstage/no-forbidden-package-imports */
export {
  emptyDatabase,
  type Engine,
  ENGINES,
} from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/databases';
export { tokenIssuer } from '@preview-environments/backstage-plugin-preview-backend/src/testUtils/tokenIssuer';
