// SPDX-License-Identifier: Apache-2.0
import { FAILURES } from './failures';
import { INPUTS } from './inputs';
import { REFUSALS } from './refusals';
import { CODES, FAILURE_CODES, type PreviewCode } from './registry';
import { isPreviewError, previewError } from './PreviewError';

const all = Object.entries(CODES);

describe('registry of codes', () => {
  it('loses no code to another of the same name', () => {
    const sizes = [FAILURES, REFUSALS, INPUTS].map(
      table => Object.keys(table).length,
    );
    expect(all).toHaveLength(sizes.reduce((sum, size) => sum + size));
    expect(FAILURE_CODES).toEqual(Object.keys(FAILURES));
  });

  it.each(all)('%s is complete', (code, entry) => {
    expect(code).toMatch(/^([A-Z][a-z]+)+$/);
    expect(entry.message).toMatch(/^[A-Z].*\.$/);
    expect(entry.hint).toMatch(/^[A-Z].*[.…]$/);
    expect(entry.message).not.toBe(entry.hint);
    expect(entry.status).toBeGreaterThanOrEqual(400);
    expect(entry.status).toBeLessThan(600);
  });

  it('calls only server troubles and limits retryable', () => {
    for (const [, { retryable, status }] of all) {
      expect(retryable && ![409, 429, 500, 503].includes(status)).toBe(false);
    }
  });
});

describe('PreviewError', () => {
  it('takes its words from the registry', () => {
    const error = previewError('InvalidKey', { field: 'key' });
    expect(error).toMatchObject({
      name: 'PreviewError',
      code: 'InvalidKey',
      field: 'key',
      hint: CODES.InvalidKey.hint,
      message: CODES.InvalidKey.message,
      retryable: false,
      statusCode: 400,
      rule: null,
    });
    expect(isPreviewError(error)).toBe(true);
  });

  it('keeps the text of its cause out of the message', () => {
    const cause = new Error('token abc');
    const error = previewError('ClusterUnreachable', { cause });
    expect(error.cause).toBe(cause);
    expect(error.message).toBe(CODES.ClusterUnreachable.message);
  });

  it('is no other error', () => {
    const codes: PreviewCode[] = ['Forbidden'];
    expect(isPreviewError(new Error(codes[0]))).toBe(false);
    expect(isPreviewError({ name: 'PreviewError' })).toBe(false);
  });
});
