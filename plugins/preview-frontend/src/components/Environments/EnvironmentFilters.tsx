// SPDX-License-Identifier: Apache-2.0
import {
  ALL_TEAMS,
  MY_TEAMS,
  STATES,
  orderOf,
  ordersFor,
  type PreviewFilter,
} from '../../model/previewFilter';
import { useWords } from '../../translation/useWords';
import { ChoiceField } from '../Filters/ChoiceField';
import { EntityField } from '../Filters/EntityField';
import { FilterGrid } from '../Filters/FilterGrid';
import { SearchField } from '../Filters/SearchField';
import { SelectField } from '../Filters/SelectField';

const ORDER_WORD = {
  'expiresAt:asc': 'endsFirst',
  'expiresAt:desc': 'endsLast',
  'createdAt:desc': 'newest',
  'createdAt:asc': 'oldest',
  'key:asc': 'key',
} as const;

/** Whose previews, of what, in which state, in which order. */
export function EnvironmentFilters(props: {
  filter: PreviewFilter;
  /** Names of clusters that are proposed. */
  clusters: string[];
  onChange: (part: Partial<PreviewFilter>) => void;
}) {
  const t = useWords();
  const { filter, clusters, onChange } = props;
  return (
    <FilterGrid label={t('filter.title')}>
      <SearchField
        label={t('filter.text')}
        value={filter.text}
        onChange={text => onChange({ text })}
      />
      <EntityField
        label={t('filter.team')}
        kind="Group"
        first={[
          { value: MY_TEAMS, label: t('filter.myTeams') },
          { value: ALL_TEAMS, label: t('filter.allTeams') },
        ]}
        value={filter.team}
        clearable={false}
        onChange={team => onChange({ team })}
      />
      <EntityField
        label={t('filter.service')}
        kind="Component"
        value={filter.service}
        onChange={service => onChange({ service })}
      />
      <SelectField
        label={t('filter.state')}
        choices={STATES.map(state => ({
          value: state,
          label:
            state === 'active' || state === 'ended'
              ? t(`filter.states.${state}`)
              : t(`phase.${state}`),
        }))}
        value={filter.state}
        onChange={state => onChange({ state })}
      />
      <ChoiceField
        label={t('filter.cluster')}
        choices={clusters.map(name => ({ value: name, label: name }))}
        value={filter.cluster}
        free
        onChange={cluster => onChange({ cluster })}
      />
      <EntityField
        label={t('filter.startedBy')}
        kind="User"
        value={filter.startedBy}
        onChange={startedBy => onChange({ startedBy })}
      />
      <SelectField
        label={t('filter.order')}
        choices={ordersFor(filter.state).map(order => ({
          value: order,
          label: t(`filter.orders.${ORDER_WORD[order]}`),
        }))}
        value={orderOf(filter)}
        onChange={order => onChange({ order })}
      />
    </FilterGrid>
  );
}
