// SPDX-License-Identifier: Apache-2.0
import { anEvent } from '../examples/audit';
import { partsOf, toneOf } from './auditWords';

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
