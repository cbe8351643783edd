// SPDX-License-Identifier: Apache-2.0
import { Admission } from './Admission';
import { limitRange } from './limitRange';
import { namespaceLifecycle } from './namespaceLifecycle';
import { resourceQuota } from './resourceQuota';
import { serviceAccountAdmission } from './serviceAccount';
import { serviceAddress } from './serviceAddress';

/** In the order of the API server; the quota comes last, when everything is filled in. */
export const admissionPlugins: Admission[] = [
  namespaceLifecycle,
  limitRange,
  serviceAccountAdmission,
  serviceAddress,
  resourceQuota,
];
