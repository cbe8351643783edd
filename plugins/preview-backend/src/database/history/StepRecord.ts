// SPDX-License-Identifier: Apache-2.0
import type {
  StepName,
  StepStatus,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Columns } from '../columns';

/** One row of `session_steps`. */
export interface StepRecord {
  sessionId: string;
  revision: number;
  name: StepName;
  status: StepStatus;
  at: number | null;
  message: string | null;
}

export const STEP_COLUMNS: Columns<StepRecord> = {
  sessionId: 'text',
  revision: 'number',
  name: 'text',
  status: 'text',
  at: 'number',
  message: 'text',
};
