// SPDX-License-Identifier: Apache-2.0
import { ReadableStream, WritableStream } from 'node:stream/web';
import { saveBlob } from '../components/ui/saveBlob';
import {
  type FilePicker,
  MOST_HELD,
  saveStream,
  TooMuchToHold,
} from './saveStream';

jest.mock('../components/ui/saveBlob', () => ({ saveBlob: jest.fn() }));

/** An answer of so many parts of one size, and how many were asked for. */
function anAnswer(parts: number, size: number, breaksAt = Infinity) {
  const seen = { given: 0, cancelled: false };
  const part = new Uint8Array(size);
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (seen.given === breaksAt) {
          controller.error(new Error('the connection broke'));
        } else if (seen.given === parts) {
          controller.close();
        } else {
          seen.given += 1;
          controller.enqueue(part);
        }
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const ask = jest.fn(async () => ({ body } as unknown as Response));
  return { seen, ask };
}

/** A file on disk that takes one part at a time, when told to. */
function aFile() {
  const disk = { bytes: 0, state: 'open', most: 0 };
  const writable = new WritableStream<Uint8Array>({
    async write(chunk) {
      disk.bytes += chunk.byteLength;
      disk.most = Math.max(disk.most, chunk.byteLength);
    },
    close() {
      disk.state = 'closed';
    },
    abort() {
      disk.state = 'aborted';
    },
  });
  const picker = jest.fn(async () => ({
    createWritable: async () => writable,
  })) as unknown as jest.MockedFunction<FilePicker>;
  return { disk, picker };
}

const failing =
  (name: string): FilePicker =>
  async () => {
    throw Object.assign(new Error(name), { name });
  };

describe('saving an answer', () => {
  afterEach(() => jest.clearAllMocks());

  it('goes to disk as it comes, however large it is', async () => {
    const part = MOST_HELD / 4;
    const { ask, seen } = anAnswer(6, part);
    const { disk, picker } = aFile();
    await saveStream('events.csv', ask, picker);
    expect(picker).toHaveBeenCalledWith({ suggestedName: 'events.csv' });
    expect(disk).toEqual({ bytes: 6 * part, state: 'closed', most: part });
    expect(seen.given).toBe(6);
    expect(saveBlob).not.toHaveBeenCalled();
  });

  it('leaves no file when the connection breaks', async () => {
    const { ask } = anAnswer(6, 10, 2);
    const { disk, picker } = aFile();
    await expect(saveStream('events.csv', ask, picker)).rejects.toThrow(
      'the connection broke',
    );
    expect(disk.state).toBe('aborted');
  });

  it('asks for nothing when no file is chosen', async () => {
    const { ask } = anAnswer(1, 10);
    await saveStream('events.csv', ask, failing('AbortError'));
    expect(ask).not.toHaveBeenCalled();
  });

  it.each([
    ['there is no picker', undefined],
    ['it may not be used here', failing('SecurityError')],
  ])('goes by way of memory where %s', async (_, picker) => {
    const { ask } = anAnswer(3, 10);
    await saveStream('events.csv', ask, picker);
    expect(saveBlob).toHaveBeenCalledWith('events.csv', expect.any(Blob));
    expect(jest.mocked(saveBlob).mock.calls[0][1].size).toBe(30);
  });

  it('stops before it holds too much, and tells so', async () => {
    const { ask, seen } = anAnswer(100, MOST_HELD / 4);
    await expect(saveStream('events.csv', ask, undefined)).rejects.toThrow(
      TooMuchToHold,
    );
    expect(seen).toEqual({ given: 5, cancelled: true });
    expect(saveBlob).not.toHaveBeenCalled();
  });
});
