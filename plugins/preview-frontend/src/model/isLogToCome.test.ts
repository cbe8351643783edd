// SPDX-License-Identifier: Apache-2.0
import {
  aSession,
  but,
  ended,
  failedWith,
  starting,
  updating,
} from '../examples/sessions';
import { isLogToCome } from './isLogToCome';

describe('isLogToCome', () => {
  it.each([
    ['before the container started', aSession(starting), true],
    ['when it runs', aSession(), false],
    ['while another version comes up', aSession(updating), false],
    ['of what could not start', aSession(failedWith('CrashLoop')), false],
    ['of what was over before', aSession(starting, ended), false],
    ['of a driver without the step', aSession(but({ steps: [] })), false],
  ])('%s', (_when, session, expected) => {
    expect(isLogToCome(session)).toBe(expected);
  });
});
