// SPDX-License-Identifier: Apache-2.0
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Sends what is made piece by piece, no faster than it is read. Breaks the
 * connection when something fails half-way, so that a part is never taken for
 * the whole; ends quietly when the reader leaves.
 */
export async function sendStream(
  chunks: AsyncIterable<string>,
  response: Response,
): Promise<void> {
  try {
    await pipeline(Readable.from(chunks, { highWaterMark: 1 }), response);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_STREAM_PREMATURE_CLOSE') {
      throw error;
    }
  }
}
