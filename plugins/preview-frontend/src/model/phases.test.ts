// SPDX-License-Identifier: Apache-2.0
import {
  aSession,
  but,
  ended,
  failedWith,
  starting,
  updating,
} from '../examples/sessions';
import { isMoving } from './phases';

const stopping = but({
  desired: { ...aSession().desired, state: 'stopped' },
});

describe('whether a preview moves', () => {
  it.each([
    ['ready', aSession(), false],
    ['starting', aSession(starting), true],
    ['updating', aSession(updating), true],
    ['failed', aSession(failedWith('CrashLoop')), false],
    ['to be stopped, and still ready', aSession(stopping), true],
    ['over', aSession(stopping, ended), false],
  ])('%s', (_title, session, moves) => {
    expect(isMoving(session)).toBe(moves);
  });
});
