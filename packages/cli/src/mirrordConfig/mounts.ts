// SPDX-License-Identifier: Apache-2.0
import type { FileMount } from '@preview-environments/backstage-plugin-preview-common';
import { isUtf8 } from 'node:buffer';
import type { Fields } from './Fields';

/** `config_mounts` and `secret_mounts`; the contents of files are read. */
export function readMounts(
  preview: Fields,
  name: 'config_mounts' | 'secret_mounts',
  readFile: (path: string) => Buffer,
): FileMount[] | undefined {
  return preview.sections(name)?.map(part => {
    const path = part.text('mount_at');
    if (!path) {
      throw part.wrong('mount_at', 'the path of a file');
    }
    part.onlyOneOf('payload', 'from_file');
    part.onlyOneOf('type', 'from_file');
    const file = part.text('from_file');
    if (file !== undefined) {
      return { path, ...contentOf(readFile(file)) };
    }
    const data = part.text('payload');
    const type = part.text('type');
    if (data === undefined) {
      throw part.wrong('payload', 'given, or from_file');
    }
    if (type !== 'text' && type !== 'binary') {
      throw part.wrong('type', 'text or binary');
    }
    return { path, type, data };
  });
}

function contentOf(bytes: Buffer): Pick<FileMount, 'type' | 'data'> {
  return isUtf8(bytes)
    ? { type: 'text', data: bytes.toString('utf8') }
    : { type: 'binary', data: bytes.toString('base64') };
}
