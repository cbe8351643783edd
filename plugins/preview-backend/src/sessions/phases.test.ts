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

  const pairs = PHASES.flatMap(from => PHASES.map(to => ({ from, to })));
  const allowed = pairs.filter(({ from, to }) =>
    PHASE_TABLE[from].includes(to),
  );
  const refused = pairs.filter(
    pair => pair.from !== pair.to && !allowed.includes(pair),
  );

  it.each(PHASES)('%s may be entered again and changes nothing', phase => {
    expect(enterPhase(aSession(inPhase(phase)), phase)).toEqual({});
  });

  it.each(allowed)('from $from to $to', ({ from, to }) => {
    const session = aSession(inPhase(from));
    expect(enterPhase(session, to)).toMatchObject({ phase: to });
  });

  it.each(refused)('never from $from to $to', ({ from, to }) => {
    const session = aSession(inPhase(from));
    expect(() => enterPhase(session, to)).toThrow(
      `cannot go from ${from} to ${to}`,
    );
  });

  it('forgets a failure when it is tried again', () => {
    const failed = aSession(inPhase('failed'), withFields({ keepUntil: 1 }));
    expect(enterPhase(failed, 'provisioning')).toEqual({
      phase: 'provisioning',
      failure: null,
      keepUntil: null,
    });
  });
});
