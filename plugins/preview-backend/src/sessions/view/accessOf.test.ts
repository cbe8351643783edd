// SPDX-License-Identifier: Apache-2.0
import type { Phase } from '@preview-environments/backstage-plugin-preview-common';
import { aSession, withFields } from '../../testUtils/aSession';
import { accessOf } from './accessOf';

const access = {
  url: 'http://gateway.test/',
  reason: null,
  headers: { 'x-preview-key': 'pr-1' },
  curl: 'curl http://gateway.test/',
  portForward: 'kubectl port-forward service/pv-a 8080:80',
  shareUrl: 'http://gateway.test/share',
};
const within = (phase: Phase, known: typeof access | null = access) =>
  accessOf(aSession(withFields({ phase, access: known })));

describe('how a preview is reached', () => {
  it.each<Phase>(['ready', 'degraded', 'updating', 'provisioning'])(
    'as the cluster says while it is %s',
    phase => {
      expect(within(phase)).toEqual(access);
    },
  );

  it.each<[Phase, RegExp, string | null]>([
    ['failed', /has failed/, access.portForward],
    ['stopping', /is being stopped/, access.portForward],
    ['stopped', /is over/, null],
  ])('%s: not by its address, which leads to the service', (...expected) => {
    const [phase, reason, portForward] = expected;
    expect(within(phase)).toEqual({
      url: null,
      reason: expect.stringMatching(reason),
      headers: access.headers,
      curl: null,
      portForward,
      shareUrl: null,
    });
  });

  it('is not known before the cluster was asked', () => {
    expect(within('provisioning', null)).toMatchObject({
      url: null,
      reason: 'The address is not known yet.',
      headers: access.headers,
    });
  });
});
