// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useMemo } from 'react';
import { ApiProvider } from '@backstage/core-app-api';
import {
  type ApiHolder,
  type ApiRef,
  identityApiRef,
} from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { PreviewApi } from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../src/apis/previewApiRef';
import { clockApiRef } from '../src/clock/ClockApi';
import { exampleApi } from '../src/examples/api';
import { exampleCatalog } from '../src/examples/catalog';
import { stillClock } from '../src/examples/time';

/** Puts an example into a world that stands still and allows everything. */
export function Stage(props: {
  api?: Partial<PreviewApi>;
  children: ReactNode;
}) {
  const { api, children } = props;
  const holder = useMemo<ApiHolder>(() => {
    const apis = new Map<string, unknown>([
      [previewApiRef.id, exampleApi(api ?? {})],
      [clockApiRef.id, stillClock],
      [catalogApiRef.id, exampleCatalog],
      [
        permissionApiRef.id,
        { authorize: async () => ({ result: AuthorizeResult.ALLOW }) },
      ],
      [
        identityApiRef.id,
        {
          getBackstageIdentity: async () => ({
            type: 'user',
            userEntityRef: 'user:default/jana',
            ownershipEntityRefs: ['group:default/team-payments'],
          }),
        },
      ],
    ]);
    return { get: <T,>(ref: ApiRef<T>) => apis.get(ref.id) as T | undefined };
  }, [api]);
  return <ApiProvider apis={holder}>{children}</ApiProvider>;
}
