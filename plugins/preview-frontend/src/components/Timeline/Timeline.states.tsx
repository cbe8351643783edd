// SPDX-License-Identifier: Apache-2.0
import { stepsUpTo } from '../../examples/sessions';
import type { ExampleStates } from '../../examples/types';
import { Timeline } from './Timeline';

export const states: ExampleStates = {
  JustAccepted: {
    render: () => <Timeline steps={stepsUpTo('accepted')} />,
    shows: 'accepted',
  },
  Pulling: {
    render: () => (
      <Timeline steps={stepsUpTo('pulled', 'running', 'Pulling the image.')} />
    ),
    shows: 'Pulling the image.',
  },
  Done: {
    render: () => <Timeline steps={stepsUpTo('verified')} />,
    shows: /in total/,
  },
  Failed: {
    render: () => <Timeline steps={stepsUpTo('scheduled', 'failed')} />,
    shows: /scheduled failed/,
  },
  NotVerified: {
    render: () => (
      <Timeline
        steps={stepsUpTo(
          'verified',
          'not-checked',
          'No path is set by which it could be checked.',
        )}
      />
    ),
    shows: /No path is set/,
  },
  WithoutTraffic: {
    render: () => (
      <Timeline
        steps={stepsUpTo('verified').map(step =>
          step.name === 'routed' || step.name === 'verified'
            ? { ...step, status: 'skipped' }
            : step,
        )}
      />
    ),
    shows: 'routed',
  },
};
