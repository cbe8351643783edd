// SPDX-License-Identifier: Apache-2.0
import { Fragment } from 'react';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import { useNow } from '../../clock/useNow';
import {
  auditChanges,
  movedEnd,
  partsOf,
  stoppedOf,
  toldAs,
} from '../../model/auditWords';
import { useWords } from '../../translation/useWords';
import { ActorName, useTimeFormat } from '../ui';
import { useChangeWords } from './useChangeWords';

/** Stand for people in a translated sentence until it is taken apart. */
const ACTOR = '\uE000';
const BEHALF = '\uE001';
const PEOPLE = new RegExp(`([${ACTOR}${BEHALF}])`);

/** Tells an event as one sentence, people by the name that the catalog shows. */
export function AuditSentence({ event }: { event: AuditEvent }) {
  const t = useWords();
  const format = useTimeFormat();
  const now = useNow(60_000);
  const changeWords = useChangeWords();
  const { service, key, image, what } = partsOf(event);
  const told = toldAs(event);
  const moved = movedEnd(event);
  const moment = (at = '') =>
    Number.isNaN(Date.parse(at)) ? at : format.toSecond(at, now);
  const nothing = t('audit.about.nothing');
  const preview =
    service && key
      ? t('audit.about.both', { service, key })
      : service ?? key ?? nothing;
  const words = {
    actor: event.claimedActor
      ? t('audit.about.behalf', { actor: ACTOR, behalf: BEHALF })
      : ACTOR,
    preview,
    key: key ?? nothing,
    image: image ?? nothing,
    what: what || nothing,
    changes: auditChanges(event)
      .filter(each => told !== 'updatedAndChanged' || each.what !== 'image')
      .map(changeWords)
      .join(', '),
    from: moment(moved?.from),
    to: moment(moved?.to),
    ...stoppedOf(event),
  };
  const sentence = told
    ? t(`audit.told.${told}`, words)
    : t(`audit.sentence.${event.action}`, words);
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
