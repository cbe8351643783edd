// SPDX-License-Identifier: Apache-2.0
import { anAuditState, anEvent, auditApi } from '../../examples/audit';
import { refusing } from '../../examples/api';
import type { ExampleStates } from '../../examples/types';
import { AuditPanel } from './AuditPanel';

const render = () => <AuditPanel />;

const several = [
  anEvent(),
  anEvent({
    id: 'event-2',
    action: 'access.denied',
    outcome: 'denied',
    actor: 'external:ci',
    via: 'action',
    reason: 'start: This service account may not do this here.',
    code: 'SubjectNotAllowed',
    count: 12,
  }),
];

export const states: ExampleStates = {
  Several: {
    render,
    api: auditApi(...several),
    shows: /jana started a preview of checkout \(pr-1042\).*12 times/,
  },
  Nothing: { render, api: auditApi(), shows: 'No event matches the filter.' },
  Error: {
    render,
    api: {
      auditState: async () => anAuditState(),
      listAuditEvents: refusing(500, { code: 'X', message: 'It broke.' }),
    },
    shows: 'It broke.',
  },
};
