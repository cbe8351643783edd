// SPDX-License-Identifier: Apache-2.0
import type { AuditChange } from '../../model/auditWords';
import { useWords } from '../../translation/useWords';

/** Says what was changed, with its value before and after where it is told. */
export function useChangeWords(): (change: AuditChange) => string {
  const t = useWords();
  const named = (value: string) =>
    value === 'none' ? t('audit.change.nothing') : value;
  return ({ what, values }) => {
    const name = t(`audit.change.what.${what}`);
    return values
      ? t('audit.change.both', {
          what: name,
          from: named(values.from),
          to: named(values.to),
        })
      : name;
  };
}
