// SPDX-License-Identifier: Apache-2.0
import { namedServer } from '../fixtures/realServer';
import { contract } from './contract';
import leftOut from './left-out-1.20.json';

jest.setTimeout(120_000);

describe('the driver on a real API server', () => {
  const outcome = contract(namedServer);

  it('leaves out only what the list says, each with its reason', () => {
    const expected = leftOut.map(({ case: name, needs }) => ({
      case: name,
      needs,
    }));
    expect(outcome.skipped).toEqual(expected);
    expect(leftOut.every(({ reason }) => reason.length > 0)).toBe(true);
  });
});
