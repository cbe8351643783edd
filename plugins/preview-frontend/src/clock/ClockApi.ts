// SPDX-License-Identifier: Apache-2.0
import { createApiRef } from '@backstage/core-plugin-api';

/**
 * The only way in which this plugin knows the time, so that tests and named
 * examples can hold it still.
 *
 * @public
 */
export interface ClockApi {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back every `millis`; the answer ends it. */
  every(millis: number, callback: () => void): () => void;
  /** Calls back once after `millis`; the answer cancels it. */
  after(millis: number, callback: () => void): () => void;
}

/** @public */
export const clockApiRef = createApiRef<ClockApi>({
  id: 'plugin.preview.clock',
});
