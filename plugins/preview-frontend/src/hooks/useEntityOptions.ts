// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../apis/previewApiRef';
import { useLive } from './useLive';
import { noSignal } from './useSessionSignals';

/**
 * What may be started for an entity. The portal asks the cluster for it, so
 * signals alone do not load it anew; the quota moves with the previews that
 * run, where the caller knows them.
 */
export function useEntityOptions(
  entityRef: string,
  running?: readonly { id: string }[],
) {
  const api = useApi(previewApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.entityOptions(parseEntityRef(entityRef), { signal }),
    [api, entityRef],
  );
  const live = useLive(load, { concerns: noSignal });
  const ids = running?.map(({ id }) => id).join();
  const known = useRef<string>();
  const { reload } = live;
  useEffect(() => {
    if (known.current !== undefined && ids !== known.current) reload();
    known.current = ids;
  }, [ids, reload]);
  return live;
}
