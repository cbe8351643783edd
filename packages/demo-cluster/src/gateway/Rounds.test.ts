// SPDX-License-Identifier: Apache-2.0
import { Rounds } from './Rounds';
import { TellingClock } from './testUtils/TellingClock';

let clock: TellingClock;
let rounds: Rounds;
let done: number;
let takes: number;

const settled = () => new Promise(setImmediate);

beforeEach(() => {
  clock = new TellingClock();
  done = 0;
  takes = 0;
  rounds = new Rounds(clock, () => {
    done += 1;
    clock.advance(takes);
  });
});

it('makes one round of all nudges that come together', async () => {
  rounds.nudge();
  rounds.nudge();
  await settled();
  expect(done).toBe(1);
});

it('makes exactly one more round for all nudges during a rest', async () => {
  rounds.nudge();
  await settled();
  rounds.nudge();
  rounds.nudge();
  await settled();
  expect(done).toBe(1);
  clock.advance(2);
  expect(done).toBe(2);
  clock.advance(100);
  expect(done).toBe(2);
});

it('rests longer the longer the work takes', async () => {
  takes = 10;
  rounds.nudge();
  await settled();
  rounds.nudge();
  clock.advance(39);
  expect(done).toBe(1);
  clock.advance(1);
  expect(done).toBe(2);
});

it('starts at once after quiet', async () => {
  rounds.nudge();
  await settled();
  clock.advance(100);
  rounds.nudge();
  await settled();
  expect(done).toBe(2);
});

it('does nothing once stopped', async () => {
  rounds.nudge();
  rounds.stop();
  rounds.nudge();
  await settled();
  expect(done).toBe(0);
});
