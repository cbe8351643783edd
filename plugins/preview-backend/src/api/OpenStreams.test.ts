// SPDX-License-Identifier: Apache-2.0
import { OpenStreams } from './OpenStreams';

it('has ten places for each caller, and gives free ones again', () => {
  const streams = new OpenStreams();
  const refusal = expect.objectContaining({ code: 'TooManyRequests' });
  const [leave] = Array.from({ length: 10 }, () => streams.enter('ann'));
  expect(() => streams.enter('ann')).toThrow(refusal);
  streams.enter('bob')();
  leave();
  streams.enter('ann');
  expect(() => streams.enter('ann')).toThrow(refusal);
});
