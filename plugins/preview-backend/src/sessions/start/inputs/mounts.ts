// SPDX-License-Identifier: Apache-2.0
import type {
  FileMount,
  StartInputs,
} from '@preview-environments/backstage-plugin-preview-common';
import { invalid } from './invalid';

/** What fits into one object of the cluster. */
const MOST_BYTES = 1024 * 1024;
const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** @throws PreviewError `InvalidRequest`, never with any of the contents */
export function checkMounts({ configMounts, secretMounts }: StartInputs): void {
  const all = [
    ...located(configMounts, 'configMounts'),
    ...located(secretMounts, 'secretMounts'),
  ];
  let bytes = 0;
  for (const [index, { mount, field }] of all.entries()) {
    checkPath(mount.path, `${field}.path`);
    checkData(mount, `${field}.data`);
    bytes += Buffer.byteLength(mount.data);
    const before = all.slice(0, index);
    if (before.some(each => each.mount.path === mount.path)) {
      throw invalid(
        `${field}.path`,
        'Two files have the same path.',
        'Give every file a path of its own.',
      );
    }
  }
  if (bytes > MOST_BYTES) {
    throw invalid(
      secretMounts?.length ? 'secretMounts' : 'configMounts',
      'The files are too large.',
      'All of them together may have 1 MiB, base64 as it is.',
    );
  }
}

function located(mounts: FileMount[] | null | undefined, name: string) {
  return (mounts ?? []).map((mount, index) => ({
    mount,
    field: `${name}[${index}]`,
  }));
}

function checkPath(path: string, field: string): void {
  const parts = path.split('/').slice(1);
  const absolute =
    path.startsWith('/') &&
    !path.includes('\0') &&
    parts.every(part => part !== '' && part !== '.' && part !== '..');
  if (!absolute) {
    throw invalid(
      field,
      'This is no path of a file.',
      'Write it from the root, for example /etc/shop/config.yaml.',
    );
  }
}

function checkData({ type, data }: FileMount, field: string): void {
  if (type === 'binary' && !BASE64.test(data)) {
    throw invalid(
      field,
      'The contents are not base64.',
      'Encode the bytes with the standard alphabet and padding, without line breaks.',
    );
  }
}
