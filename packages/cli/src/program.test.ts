// SPDX-License-Identifier: Apache-2.0
import { preview } from './testUtils/recorder';

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
});
