// SPDX-License-Identifier: Apache-2.0
import { toFailure } from './fail';

describe('toFailure', () => {
  it('keeps no secret of what a service said', () => {
    const failure = toFailure({
      code: 'CrashLoop',
      message: 'The container ended: token=abc',
      evidence: [
        { kind: 'log', text: 'boot\nDB_PASSWORD=hunter2\nbye', at: null },
        { kind: 'status', text: 'at postgres://app:pw@db', at: null },
      ],
      fatal: true,
    });
    expect(failure).toMatchObject({
      code: 'CrashLoop',
      message: 'The container ended: token=***',
      evidence: [
        { kind: 'log', text: 'boot\nDB_PASSWORD=***\nbye', at: null },
        { kind: 'status', text: 'at postgres://***@db', at: null },
      ],
    });
  });
});
