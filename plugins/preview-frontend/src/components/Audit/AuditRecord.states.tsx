// SPDX-License-Identifier: Apache-2.0
import { anEvent } from '../../examples/audit';
import type { ExampleStates } from '../../examples/types';
import { AuditRecord } from './AuditRecord';

export const states: ExampleStates = {
  Full: {
    render: () => <AuditRecord event={anEvent()} />,
    shows: /images.same-repository/,
  },
  Sparse: {
    render: () => (
      <AuditRecord
        event={anEvent({
          action: 'audit.exported',
          sessionId: null,
          key: null,
          entityRef: null,
          ownerRef: null,
          image: null,
          reason: '{"format":"csv"}',
        })}
      />
    ),
    shows: /audit.exported/,
  },
};
