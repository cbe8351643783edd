// SPDX-License-Identifier: Apache-2.0
import type { AuditKey } from '@preview-environments/backstage-plugin-preview-common';
import {
  DEVELOPMENT_MARK,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  isDevelopmentKey,
  type Checkpoint,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { KeyObject } from 'node:crypto';
import { LogKey } from './LogKey';

/** Who signs the checkpoints of the log, all at once during a rotation. */
export class LogKeys {
  private readonly keys: LogKey[];

  /** @param secrets - the current one first */
  constructor(
    readonly origin: string,
    secrets: KeyObject[],
    readonly development: boolean,
  ) {
    const name = development ? `${origin}${DEVELOPMENT_MARK}` : origin;
    this.keys = secrets.map(secret => new LogKey(name, secret));
  }

  /** A signed checkpoint of this log. */
  checkpoint(head: Omit<Checkpoint, 'origin'>): string {
    const text = formatCheckpoint({ origin: this.origin, ...head });
    const signatures = this.keys.map(key => key.sign(text));
    return formatNote({ text, signatures });
  }

  /** The current one first. */
  describe(): AuditKey[] {
    return this.keys.map(({ verifier }, position) => ({
      id: verifier.id,
      verifierKey: formatVerifierKey(verifier),
      current: position === 0,
      development: isDevelopmentKey(verifier),
    }));
  }
}
