// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';

/** Logs that one caller reads at once. */
const MOST = 10;

/** Counts what stays open by caller: each holds a connection on either side. */
export class OpenStreams {
  private readonly open = new Map<string, number>();

  /**
   * @returns lets go of the place
   * @throws PreviewError `TooManyRequests`
   */
  enter(ref: string): () => void {
    const others = this.open.get(ref) ?? 0;
    if (others >= MOST) {
      throw previewError('TooManyRequests', {
        message: `You are reading ${others} logs already.`,
        hint: 'Close one of them first.',
      });
    }
    this.open.set(ref, others + 1);
    return () => {
      const left = this.open.get(ref)! - 1;
      if (left > 0) {
        this.open.set(ref, left);
      } else {
        this.open.delete(ref);
      }
    };
  }
}
