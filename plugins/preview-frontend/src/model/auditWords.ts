// SPDX-License-Identifier: Apache-2.0
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import { nameOf } from './choice';
import { shortImage } from './image';
import type { Tone } from './phases';

/** The parts of which a sentence about an event is made. */
export interface AuditParts {
  service: string | null;
  key: string | null;
  image: string | null;
  /** What was tried, of a refused attempt. */
  what: string;
  /** Why, in the words of whoever said it. */
  why: string | null;
}

/** How an event looks. */
export function toneOf({ outcome, action }: AuditEvent): Tone {
  if (outcome === 'denied') return 'warning';
  if (outcome === 'failed' || action === 'route.leaked') return 'bad';
  return action === 'session.ready' ? 'good' : 'quiet';
}

/** Takes an event apart into what people read. */
export function partsOf(event: AuditEvent): AuditParts {
  const { reason } = event;
  const cut =
    event.action === 'access.denied' ? reason?.indexOf(': ') ?? -1 : -1;
  return {
    service: event.entityRef && nameOf(event.entityRef),
    key: event.key,
    image: event.image && shortImage(event.image),
    what: cut > 0 && reason ? reason.slice(0, cut) : '',
    why: cut > 0 && reason ? reason.slice(cut + 2) : reason,
  };
}
