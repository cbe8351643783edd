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

/** What events say of the fields of a preview that changed. */
const CHANGED = [
  'image',
  'replicas',
  'traffic',
  'filter',
  'labelMode',
  'env',
  'inputs',
] as const;

/** One of the things that a command changed; values where they are told. */
export interface AuditChange {
  what: (typeof CHANGED)[number];
  values: { from: string; to: string } | null;
}

/** Sentences for events of which the action alone says too little. */
export type AuditTold =
  | 'notUpdated'
  | 'changed'
  | 'updatedAndChanged'
  | 'extended'
  | 'shortened'
  | 'ends'
  | 'stoppedSome';

/** Parts of `changes`: values may hold the sign that stands between them. */
const BETWEEN = new RegExp(`; (?=(?:${CHANGED.join('|')})(?:: |; |$))`);
const MOVED = /^(extended|shortened|ends): (.*) -> (.*)$/;
const STOPPED = /^stopped: (\d+) of (\d+)$/;

/** What a command changed of a preview, its end aside. */
export function auditChanges({ changes }: AuditEvent): AuditChange[] {
  return (changes?.split(BETWEEN) ?? []).flatMap(text => {
    const what = CHANGED.find(
      each => text === each || text.startsWith(`${each}: `),
    );
    if (!what) return [];
    const [, from, to] = /^\w+: (.*) -> (.*)$/.exec(text) ?? [];
    return [{ what, values: to === undefined ? null : { from, to } }];
  });
}

/** From when to when a command moved an end. */
export function movedEnd({ changes }: AuditEvent) {
  const [, how, from, to] = MOVED.exec(changes ?? '') ?? [];
  return how
    ? { how: how as 'extended' | 'shortened' | 'ends', from, to }
    : null;
}

/** How many previews of a key were stopped, of how many. */
export function stoppedOf({ changes }: AuditEvent) {
  const [, number, total] = STOPPED.exec(changes ?? '') ?? [];
  return { number: number ?? '', total: total ?? '' };
}

/** The sentence of an event beyond that of its action, or `null`. */
export function toldAs(event: AuditEvent): AuditTold | null {
  const { action, outcome } = event;
  if (action === 'session.updated') {
    if (outcome === 'failed') return 'notUpdated';
    const changed = auditChanges(event);
    const others = changed.filter(({ what }) => what !== 'image');
    if (others.length === 0) return null;
    return others.length < changed.length ? 'updatedAndChanged' : 'changed';
  }
  if (action === 'session.extended') return movedEnd(event)?.how ?? null;
  const { number, total } = stoppedOf(event);
  return number === total ? null : 'stoppedSome';
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
