// SPDX-License-Identifier: Apache-2.0
import type { Difference } from '@preview-environments/backstage-plugin-preview-common';

/** What the operator does to the pod of every session, beside its image. */
export const DIFFERENCES: Difference[] = [
  {
    what: 'readiness gate',
    action: 'added',
    why: 'the operator keeps the pod from counting as ready, so that no service sends requests to it',
  },
  {
    what: 'label preview.metalbear.co/session-uid',
    action: 'added',
    why: 'the operator knows its pods by it',
  },
];
