// SPDX-License-Identifier: Apache-2.0
import type { EntityOptions } from '@preview-environments/backstage-plugin-preview-common';
import { aTarget, someOptions } from '../../examples/options';
import type { ExampleStates } from '../../examples/types';
import { MoreFields } from './MoreFields';
import { useStartForm } from './useStartForm';

function Fields(props: { options: EntityOptions; wrong?: string }) {
  const { options, wrong } = props;
  const state = useStartForm(options);
  const at = (part: string) => (wrong === part ? 'Not like this.' : null);
  return (
    <MoreFields
      options={options}
      state={state}
      words={{ problem: null, elsewhere: null, at }}
    />
  );
}

const withEnv = someOptions({
  allow: {
    pinned: false,
    env: ['LOG_LEVEL', 'FEATURE_FLAGS'],
    filters: ['header'],
    inputs: [],
  },
});
const { capabilities } = aTarget();

export const states: ExampleStates = {
  Usual: { render: () => <Fields options={someOptions()} />, shows: 'Copies' },
  Variables: {
    render: () => <Fields options={withEnv} />,
    shows: 'Variable FEATURE_FLAGS',
  },
  VariableRefused: {
    render: () => <Fields options={withEnv} wrong="env" />,
    shows: 'Not like this.',
  },
  TooManyCopies: {
    render: () => <Fields options={someOptions()} wrong="replicas" />,
    shows: 'Not like this.',
  },
  OneCopyOnly: {
    render: () => (
      <Fields
        options={someOptions({
          targets: [
            aTarget({ capabilities: { ...capabilities, replicas: false } }),
          ],
        })}
      />
    ),
    shows: 'Reason',
  },
};
