// SPDX-License-Identifier: Apache-2.0
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { PreviewsPanel } from './PreviewsPanel';

/** The Previews tab on the page of a service. */
export function PreviewsTab() {
  const { entity } = useEntity();
  const { primaryTitle } = useEntityPresentation(entity);
  return (
    <PreviewsPanel entityRef={stringifyEntityRef(entity)} name={primaryTitle} />
  );
}
