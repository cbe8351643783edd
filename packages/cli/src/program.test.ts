// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { preview } from './testUtils/recorder';

// This package is only ever tested in the repository.
// eslint-disable-next-line no-restricted-syntax
const BIN = resolve(__dirname, '../bin/preview');

describe('preview', () => {
  it.each([
    [['--help'], /audit\s+Check what the audit log says/],
    [['audit', '--help'], /verify .*check an evidence bundle, offline/],
    [['audit', 'verify', '--help'], /Exit codes: 0 everything holds/],
  ])('%j tells what there is', async (args, text) => {
    const call = await preview(...args);
    expect(call).toMatchObject({ code: 0, err: '' });
    expect(call.out).toMatch(text);
  });

  it('runs as a command, and loads what it needs', () => {
    const args = [BIN, 'audit', 'verify', 'nowhere'];
    const { status, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    expect(stderr).toBe('nowhere cannot be read: ENOENT\n');
    expect(status).toBe(2);
  });
});
