// SPDX-License-Identifier: Apache-2.0
import { renderHook } from '@testing-library/react';
import { usePermission } from '@backstage/plugin-permission-react';
import { previewAuditReadPermission as permission } from '@preview-environments/backstage-plugin-preview-common';
import { usePermitted } from './usePermitted';

jest.mock('@backstage/plugin-permission-react', () => ({
  usePermission: jest.fn(),
}));

const LOADING = { allowed: false, loading: true };
const ALLOWED = { allowed: true, loading: false };
const DENIED = { allowed: false, loading: false };
const FAILED = { ...DENIED, error: new Error('nobody answered') };

describe('what the permission framework said', () => {
  it.each([
    ['allowed, then it fails', [LOADING, ALLOWED, FAILED], ALLOWED],
    ['denied, then it fails', [LOADING, DENIED, FAILED], DENIED],
    ['allowed, then it denies', [LOADING, ALLOWED, DENIED], DENIED],
    ['failed at first', [LOADING, FAILED], LOADING],
    ['of something else', [LOADING, ALLOWED, LOADING, FAILED], LOADING],
  ])('%s', (_title, answers, shown) => {
    const answer = jest.mocked(usePermission);
    answer.mockReturnValue(answers[0]);
    const view = renderHook(() => usePermitted({ permission }));
    for (const next of answers) {
      answer.mockReturnValue(next);
      view.rerender();
    }
    expect(view.result.current).toEqual(shown);
  });
});
