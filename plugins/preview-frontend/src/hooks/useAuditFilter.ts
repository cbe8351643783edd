// SPDX-License-Identifier: Apache-2.0
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  type AuditFilter,
  readAuditFilter,
  writeAuditFilter,
} from '../model/auditFilter';

/** The filter of the audit log in the address, and how to change it. */
export function useAuditFilter(): [
  AuditFilter,
  (part: Partial<AuditFilter>) => void,
] {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const filter = useMemo(
    () => readAuditFilter(new URLSearchParams(address)),
    [address],
  );
  const change = useCallback(
    (part: Partial<AuditFilter>) =>
      setParams(
        known =>
          writeAuditFilter({ ...readAuditFilter(known), ...part }, known),
        { replace: true },
      ),
    [setParams],
  );
  return [filter, change];
}
