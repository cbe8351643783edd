// SPDX-License-Identifier: Apache-2.0
import type { Step } from '@preview-environments/backstage-plugin-preview-common';
import { timeSteps, totalMillis } from './steps';

const at = (seconds: number) => new Date(seconds * 1000).toISOString();
const step = (
  name: Step['name'],
  status: Step['status'],
  seconds: number | null,
): Step => ({
  name,
  status,
  at: seconds === null ? null : at(seconds),
  message: null,
});

describe('timeSteps', () => {
  it.each<[string, Step[], (number | null)[]]>([
    [
      'each from the one before',
      [
        step('accepted', 'done', 0),
        step('policy', 'done', 1),
        step('resources', 'done', 5),
      ],
      [null, 1000, 4000],
    ],
    [
      'a running one until now',
      [step('accepted', 'done', 2), step('pulled', 'running', 3)],
      [null, 8000],
    ],
    [
      'a running first one since its own time',
      [step('accepted', 'running', 4)],
      [6000],
    ],
    [
      'what is to come has none',
      [step('accepted', 'done', 0), step('pulled', 'pending', null)],
      [null, null],
    ],
    [
      'a skipped one without time does not break the next',
      [
        step('started', 'done', 1),
        step('routed', 'skipped', null),
        step('available', 'done', 3),
      ],
      [null, null, 2000],
    ],
    [
      'a verification may be the second one',
      [step('routed', 'done', 1), step('verified', 'done', 90)],
      [null, null],
    ],
    [
      'clocks that disagree never give less than zero',
      [step('accepted', 'done', 5), step('policy', 'done', 4)],
      [null, 0],
    ],
  ])('%s', (_case, steps, millis) => {
    expect(timeSteps(steps, 10_000).map(each => each.millis)).toEqual(millis);
  });
});

describe('totalMillis', () => {
  it.each<[string, Step[], number | null]>([
    [
      'all done',
      [step('accepted', 'done', 1), step('routed', 'done', 12)],
      11_000,
    ],
    [
      'verified again later',
      [
        step('accepted', 'done', 1),
        step('routed', 'done', 3),
        step('verified', 'done', 99),
      ],
      2000,
    ],
    [
      'failed',
      [step('accepted', 'done', 1), step('pulled', 'failed', 4)],
      3000,
    ],
    [
      'still running',
      [step('accepted', 'done', 1), step('pulled', 'running', 4)],
      null,
    ],
    ['one step only', [step('accepted', 'done', 1)], null],
    ['nothing', [], null],
  ])('%s', (_case, steps, total) => {
    expect(totalMillis(steps)).toBe(total);
  });
});
