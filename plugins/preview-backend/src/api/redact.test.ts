// SPDX-License-Identifier: Apache-2.0
import { redact } from './redact';

describe('redact', () => {
  it.each([
    ['Authorization: Bearer abc.def', 'abc'],
    ['https://ann:s3cr3t@db:5432/x', 's3cr3t'],
    ['token=s3cr3t&x=1', 's3cr3t'],
    ['{"password": "s3cr3t"}', 's3cr3t'],
    ['got eyJhbGciOi.eyJzdWIi.sig back', 'eyJ'],
  ])('takes the secret out of %j', (text, secret) => {
    expect(redact(text)).not.toContain(secret);
    expect(redact(text)).toContain('***');
  });

  it('leaves plain texts alone', () => {
    const text = 'connect ECONNREFUSED 10.0.0.1:6443';
    expect(redact(text)).toBe(text);
  });
});
