// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Stage } from '../../../dev/Stage';
import { aSession } from '../../examples/sessions';
import { Pods } from './Pods';

jest.setTimeout(60_000);

it('breaks the name of a pod, so that its digest stays in sight', async () => {
  const [pod] = aSession().pods;
  renderInTestApp(
    <Stage>
      <Pods pods={[{ ...pod, name: 'pv-checkout-jana-feature-x-k3v9q2-r1' }]} />
    </Stage>,
  );
  const name = await screen.findByText(
    'pv-checkout-jana-feature-x-k3v9q2-r1',
    {},
    { timeout: 30_000 },
  );
  expect(name).toHaveStyle({ whiteSpace: 'normal', overflowWrap: 'anywhere' });
  expect(screen.getByTitle(pod.imageDigest!)).toHaveTextContent('3f9c2e1a77b0');
});
