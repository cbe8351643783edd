// SPDX-License-Identifier: Apache-2.0
import useAsync from 'react-use/esm/useAsync';
import { parseEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';

/** The short name of who is signed in, empty until it is known. */
export function usePersonName(): string {
  const identity = useApi(identityApiRef);
  const { value } = useAsync(async () => {
    const { userEntityRef } = await identity.getBackstageIdentity();
    return parseEntityRef(userEntityRef).name;
  }, [identity]);
  return value ?? '';
}
