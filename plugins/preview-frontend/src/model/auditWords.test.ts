// SPDX-License-Identifier: Apache-2.0
import { anEvent } from '../examples/audit';
import { auditChanges, movedEnd, partsOf, toldAs, toneOf } from './auditWords';

describe('partsOf', () => {
  it('names services and images in short', () =>
    expect(partsOf(anEvent())).toEqual({
      service: 'checkout',
      key: 'pr-1042',
      image: 'feature-x',
      what: '',
      why: null,
    }));

  it('tells what was tried from why it was refused', () =>
    expect(
      partsOf(
        anEvent({
          action: 'access.denied',
          reason: 'start: Only owners may: ask them.',
          entityRef: null,
          image: null,
          key: null,
        }),
      ),
    ).toEqual({
      service: null,
      key: null,
      image: null,
      what: 'start',
      why: 'Only owners may: ask them.',
    }));
});

it.each([
  [{}, 'quiet'],
  [{ action: 'session.ready' as const }, 'good'],
  [{ outcome: 'denied' as const }, 'warning'],
  [{ outcome: 'failed' as const }, 'bad'],
  [{ action: 'route.leaked' as const }, 'bad'],
])('%j looks %s', (part, tone) => expect(toneOf(anEvent(part))).toBe(tone));

describe('what a command changed', () => {
  it('is told with its values, whatever stands in them', () =>
    expect(
      auditChanges(
        anEvent({
          changes: 'replicas: 1 -> 2; filter: a: x; y -> a: z; env; inputs',
        }),
      ),
    ).toEqual([
      { what: 'replicas', values: { from: '1', to: '2' } },
      { what: 'filter', values: { from: 'a: x; y', to: 'a: z' } },
      { what: 'env', values: null },
      { what: 'inputs', values: null },
    ]));

  it('is nothing where nothing is told, or what is not known here', () => {
    expect(auditChanges(anEvent())).toEqual([]);
    expect(auditChanges(anEvent({ changes: 'weather: 1 -> 2' }))).toEqual([]);
    expect(movedEnd(anEvent())).toBeNull();
  });
});

it.each([
  ['session.updated', { outcome: 'failed' as const }, 'notUpdated'],
  ['session.updated', { changes: 'image: a -> b' }, null],
  ['session.updated', { changes: 'replicas: 1 -> 2' }, 'changed'],
  [
    'session.updated',
    { changes: 'image: a -> b; replicas: 1 -> 2' },
    'updatedAndChanged',
  ],
  ['session.updated', {}, null],
  ['session.extended', { changes: 'shortened: a -> b' }, 'shortened'],
  ['session.extended', { changes: 'ends: never -> b' }, 'ends'],
  ['session.extended', {}, null],
  ['environment.stopped', { changes: 'stopped: 2 of 3' }, 'stoppedSome'],
  ['environment.stopped', { changes: 'stopped: 3 of 3' }, null],
] as const)('%s with %j is told as %s', (action, part, told) =>
  expect(toldAs(anEvent({ action, ...part }))).toBe(told),
);
