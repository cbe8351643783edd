// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import { useWords } from '../../translation/useWords';
import { useTrafficQuestion } from '../../hooks/useTrafficQuestion';
import { EntityField } from '../Filters/EntityField';
import { FilterGrid } from '../Filters/FilterGrid';
import { MomentField } from '../Filters/MomentField';
import { TrafficAnswer } from './TrafficAnswer';

/** Asks which previews could receive traffic of a service, and when. */
export function TrafficFinder() {
  const t = useWords();
  const [{ service, at, until }, change] = useTrafficQuestion();
  const query = useMemo(
    () =>
      until && until > at
        ? { entityRef: service, from: at, to: until }
        : { entityRef: service, at },
    [service, at, until],
  );
  return (
    <>
      <Typography variant="h6" component="h3">
        {t('traffic.title')}
      </Typography>
      <FilterGrid label={t('traffic.ask')} min="10.5rem">
        <EntityField
          label={t('traffic.service')}
          kind="Component"
          value={service}
          onChange={chosen => change({ service: chosen })}
        />
        <MomentField
          label={t('traffic.at')}
          value={at}
          onChange={moment => change({ at: moment })}
        />
        <MomentField
          label={t('traffic.until')}
          value={until}
          onChange={moment => change({ until: moment })}
        />
      </FilterGrid>
      {service ? (
        <TrafficAnswer query={query} />
      ) : (
        <Typography variant="body2">{t('traffic.choose')}</Typography>
      )}
    </>
  );
}
