// SPDX-License-Identifier: Apache-2.0
import type { Observation } from '@preview-environments/backstage-plugin-preview-node';
import { aSession, TEST_START, withFields } from '../testUtils/aSession';
import { anObservation, someFacts } from '../testUtils/someFacts';
import { reflect } from './reflect';
import { DEFAULT_SETTINGS } from './settings';

const WANTED = TEST_START + 3_600_000;
const MINUTE = 60_000;

describe('what is noted of the backstop', () => {
  it.each<[string, Observation['backstop'], string]>([
    ['as wanted', { at: WANTED, state: 'set' }, 'set'],
    ['a rounding early', { at: WANTED - 2_000, state: 'set' }, 'set'],
    ['before it was moved', { at: WANTED - 2_001, state: 'set' }, 'behind'],
    ['late by the grace', { at: WANTED + MINUTE, state: 'set' }, 'set'],
    ['later', { at: WANTED + MINUTE + 1, state: 'set' }, 'behind'],
    ['not seen yet', { at: null, state: 'pending' }, 'pending'],
    ['not kept there', { at: null, state: 'unavailable' }, 'unavailable'],
  ])('%s', (_, backstop, expected) => {
    const facts = someFacts(
      aSession(withFields({ backstopAt: WANTED })),
      { observed: anObservation({ backstop }) },
      { settings: { ...DEFAULT_SETTINGS, backstopGrace: MINUTE } },
    );
    expect(reflect(facts).session).toMatchObject({
      backstopState: expected,
      backstopObservedAt: backstop.at,
    });
  });
});
