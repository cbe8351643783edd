// SPDX-License-Identifier: Apache-2.0
import {
  isPreviewError,
  type PreviewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Attempt } from './Attempt';
import type { Caller } from './Caller';
import type { DenialLog } from './DenialLog';

/** Runs what somebody tries, and records what is refused, whoever refused it. */
export class Attempts {
  constructor(private readonly denials: DenialLog) {}

  async run<T>(
    caller: Caller,
    attempt: Attempt,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isPreviewError(error)) {
        await this.denials.record(caller, error, attempt);
      }
      throw error;
    }
  }

  /** Records what was refused, although the rest of it went on. */
  async refused(
    caller: Caller,
    attempt: Attempt,
    error: PreviewError,
  ): Promise<void> {
    await this.denials.record(caller, error, attempt);
  }
}
