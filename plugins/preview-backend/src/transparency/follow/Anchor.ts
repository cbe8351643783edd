// SPDX-License-Identifier: Apache-2.0
import type { AuditAnchor } from '@preview-environments/backstage-plugin-preview-common';

/** A place outside the database where checkpoints are kept. */
export interface Anchor {
  readonly name: AuditAnchor['name'];
  /**
   * Keeps a checkpoint there. The same one may come twice.
   *
   * @throws Error whose message may be shown to whoever reads the audit log
   */
  keep(checkpoint: string, size: number): Promise<void>;
}
