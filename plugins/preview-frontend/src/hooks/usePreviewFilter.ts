// SPDX-License-Identifier: Apache-2.0
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  type PreviewFilter,
  readFilter,
  writeFilter,
} from '../model/previewFilter';

/** The filter in the address, and how to change parts of it. */
export function usePreviewFilter(): [
  PreviewFilter,
  (part: Partial<PreviewFilter>) => void,
] {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const filter = useMemo(
    () => readFilter(new URLSearchParams(address)),
    [address],
  );
  const change = useCallback(
    (part: Partial<PreviewFilter>) =>
      setParams(known => writeFilter({ ...readFilter(known), ...part }), {
        replace: true,
      }),
    [setParams],
  );
  return [filter, change];
}
