// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** The newest checkpoint. */
export interface Head {
  size: number;
  root: Uint8Array;
  /** The signed note. */
  note: string;
  sealedAt: number;
}

/** @returns `null` before the first seal */
export async function newestHead(trx: Knex.Transaction): Promise<Head | null> {
  const row = await trx('audit_checkpoints').orderBy('size', 'desc').first();
  return row
    ? {
        size: Number(row.size),
        root: new Uint8Array(Buffer.from(row.root, 'hex')),
        note: row.note,
        sealedAt: Number(row.sealed_at),
      }
    : null;
}
