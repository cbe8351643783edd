// SPDX-License-Identifier: Apache-2.0
import { Fragment } from 'react';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import { partsOf } from '../../model/auditWords';
import { useWords } from '../../translation/useWords';
import { ActorName } from '../ui';

/** Stand for people in a translated sentence until it is taken apart. */
const ACTOR = '\uE000';
const BEHALF = '\uE001';
const PEOPLE = new RegExp(`([${ACTOR}${BEHALF}])`);

/** Tells an event as one sentence, people by the name that the catalog shows. */
export function AuditSentence({ event }: { event: AuditEvent }) {
  const t = useWords();
  const { service, key, image, what } = partsOf(event);
  const nothing = t('audit.about.nothing');
  const preview =
    service && key
      ? t('audit.about.both', { service, key })
      : service ?? key ?? nothing;
  const sentence = t(`audit.sentence.${event.action}`, {
    actor: event.claimedActor
      ? t('audit.about.behalf', { actor: ACTOR, behalf: BEHALF })
      : ACTOR,
    preview,
    key: key ?? nothing,
    image: image ?? nothing,
    what: what || nothing,
  });
  const shown = (part: string) => {
    if (part === ACTOR) return <ActorName actor={event.actor} />;
    if (part === BEHALF) return <ActorName actor={event.claimedActor ?? ''} />;
    return part;
  };
  return (
    <>
      {sentence.split(PEOPLE).map((part, index) => (
        // eslint-disable-next-line react/no-array-index-key -- parts of one text have no other name
        <Fragment key={index}>{shown(part)}</Fragment>
      ))}
    </>
  );
}
