// SPDX-License-Identifier: Apache-2.0
import {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditOutcome,
} from '@preview-environments/backstage-plugin-preview-common';
import { type AuditFilter, OUTCOMES } from '../../model/auditFilter';
import { useWords } from '../../translation/useWords';
import { EntityField } from '../Filters/EntityField';
import { FilterGrid } from '../Filters/FilterGrid';
import { MomentField } from '../Filters/MomentField';
import { SearchField } from '../Filters/SearchField';
import { SelectField } from '../Filters/SelectField';

/** When, who, what, of which service, with which result. */
export function AuditFilterBar(props: {
  filter: AuditFilter;
  onChange: (part: Partial<AuditFilter>) => void;
}) {
  const t = useWords();
  const { filter, onChange } = props;
  const any = { value: '' as const, label: t('filter.any') };
  return (
    <FilterGrid label={t('audit.filter.title')} min="10.5rem">
      <SearchField
        label={t('audit.filter.key')}
        value={filter.key}
        onChange={key => onChange({ key })}
      />
      <MomentField
        label={t('audit.filter.from')}
        value={filter.from}
        onChange={from => onChange({ from })}
      />
      <MomentField
        label={t('audit.filter.to')}
        value={filter.to}
        onChange={to => onChange({ to })}
      />
      <EntityField
        label={t('audit.filter.actor')}
        kind="User"
        free
        value={filter.actor}
        onChange={actor => onChange({ actor })}
      />
      <SelectField<AuditAction | ''>
        label={t('audit.filter.action')}
        choices={[
          any,
          ...AUDIT_ACTIONS.map(action => ({
            value: action,
            label: t(`audit.action.${action}`),
          })),
        ]}
        value={filter.action}
        onChange={action => onChange({ action })}
      />
      <EntityField
        label={t('filter.service')}
        kind="Component"
        value={filter.service}
        onChange={service => onChange({ service })}
      />
      <EntityField
        label={t('filter.team')}
        kind="Group"
        value={filter.team}
        onChange={team => onChange({ team })}
      />
      <SelectField<AuditOutcome | ''>
        label={t('audit.filter.outcome')}
        choices={[
          any,
          ...OUTCOMES.map(outcome => ({
            value: outcome,
            label: t(`audit.outcome.${outcome}`),
          })),
        ]}
        value={filter.outcome}
        onChange={outcome => onChange({ outcome })}
      />
    </FilterGrid>
  );
}
