// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';

/**
 * What the permission framework allows. It is asked again whenever the window
 * gets the focus; when that fails, what it said before still counts, so that
 * no button, log or open dialog goes away.
 */
export function usePermitted(input: Parameters<typeof usePermission>[0]): {
  allowed: boolean;
  /** Nothing is known yet. */
  loading: boolean;
} {
  const { allowed, loading, error } = usePermission(input);
  const known = useRef<boolean>();
  if (loading) known.current = undefined;
  else if (!error) known.current = allowed;
  return {
    allowed: known.current ?? false,
    loading: known.current === undefined,
  };
}
