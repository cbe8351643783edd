// SPDX-License-Identifier: Apache-2.0
import { aSession, TEST_START, withFields } from '../testUtils/aSession';
import { anObservation, someFacts } from '../testUtils/someFacts';
import { reflect } from './reflect';

const WANTED = TEST_START + 3_600_000;

function noted(at: number, handle = 'uid-1') {
  const session = aSession(withFields({ backstopAt: WANTED, handle: 'uid-1' }));
  const backstop = { at, state: 'set', ceiling: true } as const;
  const observed = anObservation({ backstop, handle });
  return reflect(someFacts(session, { observed })).session;
}

describe('a cluster whose deadline is a ceiling', () => {
  it.each([
    ['far later than wanted', WANTED + 1_000_000_000, 'set'],
    ['as wanted', WANTED, 'set'],
    ['earlier than wanted', WANTED - 3_000, 'behind'],
  ])('%s', (_, at, state) => {
    expect(noted(at)).toMatchObject({
      backstopState: state,
      backstopObservedAt: at,
    });
  });

  it('may name another root after an update by delete and create', () => {
    expect(noted(WANTED, 'uid-2').handle).toBe('uid-2');
  });
});
