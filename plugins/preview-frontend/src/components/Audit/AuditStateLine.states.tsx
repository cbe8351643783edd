// SPDX-License-Identifier: Apache-2.0
import type { AuditState } from '@preview-environments/backstage-plugin-preview-common';
import { never, refusing } from '../../examples/api';
import { anAuditState } from '../../examples/audit';
import { inSeconds } from '../../examples/time';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { AuditStateLine } from './AuditStateLine';

const render = () => <AuditStateLine />;

const of = (
  part: Partial<AuditState>,
  shows: string | RegExp,
): ExampleState => ({
  render,
  api: { auditState: async () => anAuditState(part) },
  shows,
});

export const states: ExampleStates = {
  Sealed: of({}, /Sealed to event 18,204 · anchored to event 18,190/),
  Waiting: of({ waiting: 3 }, /3 waiting/),
  Nothing: of(
    { size: 0, anchored: null, checkpoint: null, keys: [], anchors: [] },
    /Nothing is sealed yet · not anchored/,
  ),
  DevelopmentKey: of({ developmentKey: true }, /preview.audit.signingKey/),
  AnchorBroken: of(
    {
      anchors: [
        {
          name: 'webhook',
          size: 1,
          at: inSeconds(-60),
          problem: 'it answered 503',
        },
      ],
    },
    /webhook does not work: it answered 503/,
  ),
  Loading: { render, api: { auditState: never }, shows: 'Loading' },
  Error: {
    render,
    api: { auditState: refusing(500, { code: 'X', message: 'It broke.' }) },
    shows: 'It broke.',
  },
};
