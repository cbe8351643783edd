// SPDX-License-Identifier: Apache-2.0
import {
  type AuditEvent,
  END_REASONS,
} from '@preview-environments/backstage-plugin-preview-common';
import { partsOf } from '../../model/auditWords';
import { useWords } from '../../translation/useWords';

/** Why something happened; the reasons of an end are recorded as codes. */
export function useReason(event: AuditEvent): string | null {
  const t = useWords();
  const { why } = partsOf(event);
  const code = END_REASONS.find(
    each => event.action === 'session.ended' && each === why,
  );
  return code ? t('audit.because', { reason: t(`endReason.${code}`) }) : why;
}
