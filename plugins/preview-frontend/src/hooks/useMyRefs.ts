// SPDX-License-Identifier: Apache-2.0
import useAsync from 'react-use/esm/useAsync';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';

/** Refs of the reader and of their groups; `undefined` until known. */
export function useMyRefs(): string[] | undefined {
  const identity = useApi(identityApiRef);
  const { value } = useAsync(async () => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    return ownershipEntityRefs;
  }, [identity]);
  return value;
}
