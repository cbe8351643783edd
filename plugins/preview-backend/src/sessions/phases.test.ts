// SPDX-License-Identifier: Apache-2.0
import { PHASES } from '@preview-environments/backstage-plugin-preview-common';
import { aSession, inPhase, withFields } from '../testUtils/aSession';
import { enterPhase, PHASE_TABLE } from './phases';

describe('phases', () => {
  it('end in stopped, and every phase has a way there', () => {
    expect(PHASE_TABLE.stopped).toEqual([]);
    for (const phase of PHASES.filter(each => each !== 'stopped')) {
      expect(PHASE_TABLE[phase]).toContain('stopped');
    }
  });

  it.each(PHASES.flatMap(from => PHASES.map(to => [from, to] as const)))(
    'from %s to %s',
    (from, to) => {
      const session = aSession(inPhase(from));
      if (from === to) {
        expect(enterPhase(session, to)).toEqual({});
      } else if (PHASE_TABLE[from].includes(to)) {
        expect(enterPhase(session, to)).toMatchObject({ phase: to });
      } else {
        expect(() => enterPhase(session, to)).toThrow(
          `cannot go from ${from} to ${to}`,
        );
      }
    },
  );

  it('forgets a failure when it is tried again', () => {
    const failed = aSession(inPhase('failed'), withFields({ keepUntil: 1 }));
    expect(enterPhase(failed, 'provisioning')).toEqual({
      phase: 'provisioning',
      failure: null,
      keepUntil: null,
    });
  });
});
