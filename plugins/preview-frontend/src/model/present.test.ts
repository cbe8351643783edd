// SPDX-License-Identifier: Apache-2.0
import { aTarget } from '../examples/options';
import { aSession, but, named } from '../examples/sessions';
import { presentAt } from './present';

const pr7 = aSession(
  named('pr-7', 'old'),
  but({ target: 'deployment/checkout/container/app' }),
);

describe('presentAt', () => {
  it.each([
    ['the same key at the same workload', 'pr-7', {}, pr7],
    ['another key', 'pr-70', {}, undefined],
    ['another cluster', 'pr-7', { cluster: 'live' }, undefined],
    ['another namespace', 'pr-7', { namespace: 'till' }, undefined],
    ['another workload', 'pr-7', { target: 'deployment/check' }, undefined],
  ])('%s', (_title, key, place, found) => {
    expect(presentAt([pr7], aTarget(place), key)).toBe(found);
  });

  it('leaves out what is being stopped', () => {
    const stopping = but({ phase: 'stopping' })(pr7);
    expect(presentAt([stopping], aTarget(), 'pr-7')).toBeUndefined();
  });
});
