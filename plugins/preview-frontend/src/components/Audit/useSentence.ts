// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import { partsOf } from '../../model/auditWords';
import { useWords } from '../../translation/useWords';

/** Tells an event as one sentence. */
export function useSentence(): (event: AuditEvent) => string {
  const t = useWords();
  return useCallback(
    event => {
      const { actor, behalf, service, key, image, what } = partsOf(event);
      const preview = () => {
        if (service && key) return t('audit.about.both', { service, key });
        return service ?? key ?? t('audit.about.nothing');
      };
      return t(`audit.sentence.${event.action}`, {
        actor: behalf ? t('audit.about.behalf', { actor, behalf }) : actor,
        preview: preview(),
        key: key ?? t('audit.about.nothing'),
        image: image ?? t('audit.about.nothing'),
        what: what || t('audit.about.nothing'),
      });
    },
    [t],
  );
}
