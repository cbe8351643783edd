// SPDX-License-Identifier: Apache-2.0
import { createHmac, timingSafeEqual } from 'node:crypto';
import { previewError } from '@preview-environments/backstage-plugin-preview-common';

/** Where a page ends: sort value and id of its last row. */
export interface Position {
  value: number | string;
  id: string;
}

const SIGNATURE_BYTES = 16;

/**
 * Cursors are signed together with the query that they continue, so that one
 * that was made up, changed, or made for another query is refused.
 */
export class CursorSigner {
  constructor(private readonly secret: string) {}

  /** @param query - whatever decides content and order of the pages */
  sign(position: Position, query: object): string {
    const payload = JSON.stringify([position.value, position.id]);
    const signature = this.signature(payload, query);
    return Buffer.concat([signature, Buffer.from(payload)]).toString(
      'base64url',
    );
  }

  /** @throws PreviewError `InvalidCursor` */
  read(cursor: string, query: object): Position {
    const bytes = Buffer.from(cursor, 'base64url');
    const signature = bytes.subarray(0, SIGNATURE_BYTES);
    const payload = bytes.subarray(SIGNATURE_BYTES).toString();
    const expected = this.signature(payload, query);
    if (
      signature.length !== SIGNATURE_BYTES ||
      !timingSafeEqual(signature, expected)
    ) {
      throw previewError('InvalidCursor', { field: 'cursor' });
    }
    const [value, id] = JSON.parse(payload);
    return { value, id };
  }

  private signature(payload: string, query: object): Buffer {
    return createHmac('sha256', this.secret)
      .update(JSON.stringify([payload, Object.entries(query).sort()]))
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  }
}
