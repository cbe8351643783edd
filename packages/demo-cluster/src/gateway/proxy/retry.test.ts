// SPDX-License-Identifier: Apache-2.0
import { systemClock } from '../../clock';
import {
  aBackend,
  aClosedPort,
  aCuttingBackend,
  aForgetfulBackend,
  TestBackend,
} from '../testUtils/aBackend';
import { aDataPlane, worldOf } from '../testUtils/aDataPlane';
import { toService } from '../testUtils/builders';
import { send } from '../testUtils/send';
import { TellingClock } from '../testUtils/TellingClock';

let good: TestBackend;
let cutting: TestBackend;
let plane: Awaited<ReturnType<typeof aDataPlane>>;

const toPorts = (...ports: number[]) => worldOf([toService('a')], { a: ports });

beforeEach(async () => {
  good = await aBackend('good');
  cutting = await aCuttingBackend();
});

afterEach(async () => {
  await plane.stop();
  await good.stop();
  await cutting.stop();
});

it.each(['GET', 'PUT', 'POST', 'PATCH'])(
  'tries another endpoint for %s when one does not listen any more',
  async method => {
    const closed = await aClosedPort();
    plane = await aDataPlane(systemClock, toPorts(good.port, closed));
    for (let i = 0; i < 4; i += 1) {
      const body = method === 'GET' ? undefined : 'a body';
      const { status } = await send(plane.port, '/', { method, body });
      expect(status).toBe(200);
    }
    expect(good.seen).toHaveLength(4);
    expect(plane.requests.get('shop/a')).toBe(4);
  },
);

it('repeats a GET that a backend dropped, never a POST', async () => {
  plane = await aDataPlane(systemClock, toPorts(good.port, cutting.port));
  const statuses = async (method: string) => {
    const answers = [
      await send(plane.port, '/', { method }),
      await send(plane.port, '/', { method }),
    ];
    return answers.map(({ status }) => status).sort();
  };
  expect(await statuses('GET')).toEqual([200, 200]);
  expect(await statuses('POST')).toEqual([200, 502]);
});

it('opens a connection anew when the one of an earlier request has gone stale', async () => {
  const forgetful = await aForgetfulBackend();
  plane = await aDataPlane(systemClock, toPorts(forgetful.port));
  for (let i = 0; i < 4; i += 1) {
    expect((await send(plane.port, '/')).status).toBe(200);
  }
  // The second and the fourth met a connection that was cut.
  expect(forgetful.seen).toHaveLength(6);
  await plane.stop();
  await forgetful.stop();
});

describe('when the only endpoint has gone', () => {
  let clock: TellingClock;
  let answer: ReturnType<typeof send>;

  beforeEach(async () => {
    clock = new TellingClock();
    plane = await aDataPlane(clock, toPorts(cutting.port));
    answer = send(plane.port, '/');
    await clock.planned(1_000);
  });

  it('waits for the cluster to name another', async () => {
    // A table that changes nothing for this request must not end the wait.
    plane.show(toPorts(cutting.port));
    plane.show(toPorts(good.port));
    expect((await answer).status).toBe(200);
  });

  it('gives up after a moment', async () => {
    clock.advance(1_000);
    expect((await answer).status).toBe(502);
  });

  it('says so when the whole route has gone meanwhile', async () => {
    plane.show(worldOf([], {}));
    expect((await answer).status).toBe(404);
  });
});

it('answers 504 when the time of the rule is over', async () => {
  const clock = new TellingClock();
  const silent = await aBackend('silent', () => {});
  const rule = toService('a', { timeouts: { request: '1m30s' } });
  plane = await aDataPlane(clock, worldOf([rule], { a: [silent.port] }));
  const answer = send(plane.port, '/');
  await clock.planned(90_000);
  clock.advance(90_000);
  expect((await answer).status).toBe(504);
  await silent.stop();
});
