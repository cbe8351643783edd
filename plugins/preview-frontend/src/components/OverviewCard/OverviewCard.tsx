// SPDX-License-Identifier: Apache-2.0
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityInfoCard,
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { useWords } from '../../translation/useWords';
import { CardBody } from './CardBody';

/** Card on the overview of a service: what runs beside it. */
export function OverviewCard() {
  const t = useWords();
  const { entity } = useEntity();
  const { primaryTitle } = useEntityPresentation(entity);
  return (
    <EntityInfoCard title={t('card.title')}>
      <CardBody entityRef={stringifyEntityRef(entity)} name={primaryTitle} />
    </EntityInfoCard>
  );
}
