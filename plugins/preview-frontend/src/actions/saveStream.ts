// SPDX-License-Identifier: Apache-2.0
import { saveBlob } from '../components/ui/saveBlob';

/** More bytes than this are never held in memory. */
export const MOST_HELD = 256 * 1024 * 1024;

/** A browser that can only save from memory was given too much. */
export class TooMuchToHold extends Error {}

/** As far as it is used here; not every browser has it. */
export type FilePicker = (options: {
  suggestedName: string;
}) => Promise<WritableFile>;

/** A file that the reader has chosen. */
export interface WritableFile {
  createWritable(): Promise<WritableStream<Uint8Array>>;
}

const isNamed = (error: unknown, name: string) =>
  (error as { name?: unknown } | null)?.name === name;

/** @returns `null` where the browser cannot ask, or may not here */
async function pick(
  fileName: string,
  picker: FilePicker | undefined,
): Promise<WritableFile | null> {
  try {
    return (await picker?.({ suggestedName: fileName })) ?? null;
  } catch (error) {
    if (isNamed(error, 'SecurityError')) return null;
    throw error;
  }
}

/**
 * Saves an answer as it comes: to disk where the browser can, so that its
 * size does not matter; else by way of memory, up to {@link MOST_HELD}. Asks
 * for nothing when the reader chooses no file. What breaks off leaves no
 * file that could be taken for the whole.
 *
 * @throws TooMuchToHold
 */
export async function saveStream(
  fileName: string,
  ask: () => Promise<Response>,
  picker: FilePicker | undefined = (
    window as { showSaveFilePicker?: FilePicker }
  ).showSaveFilePicker?.bind(window),
): Promise<void> {
  let file: WritableFile | null;
  try {
    file = await pick(fileName, picker);
  } catch (error) {
    if (isNamed(error, 'AbortError')) return;
    throw error;
  }
  const { body } = await ask();
  if (!body) return;
  if (file) {
    await body.pipeTo(await file.createWritable());
  } else {
    saveBlob(fileName, new Blob(await held(body)));
  }
}

async function held(body: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return parts;
    size += value.byteLength;
    if (size > MOST_HELD) {
      await reader.cancel();
      throw new TooMuchToHold();
    }
    parts.push(value);
  }
}
