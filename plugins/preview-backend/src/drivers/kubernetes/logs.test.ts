// SPDX-License-Identifier: Apache-2.0
import { podForLogs, refuseContainer } from './logs';
import { aPod } from './testUtils/objects';

describe('podForLogs', () => {
  it('is the newest of the newest revision', () => {
    const pods = [
      aPod({ name: 'a', revision: 1, createdAt: 9 }),
      aPod({ name: 'b', revision: 2, createdAt: 1 }),
      aPod({ name: 'c', revision: 2, createdAt: 2 }),
    ];
    expect(podForLogs(pods)?.name).toBe('c');
    expect(podForLogs([])).toBeNull();
  });
});

describe('refuseContainer', () => {
  const restarted = {
    name: 'proxy',
    lastTerminated: { reason: 'Error', exitCode: 1 },
  };
  const pod = aPod({}, { name: 'main' }, restarted);

  it.each([
    [{}],
    [{ container: 'main' }],
    [{ container: 'proxy', previous: true }],
  ])('lets %j pass', options => {
    expect(() => refuseContainer(pod, options)).not.toThrow();
  });

  it('names the containers that there are', () => {
    expect(() => refuseContainer(pod, { container: 'nope' })).toThrow(
      expect.objectContaining({
        code: 'InvalidRequest',
        field: 'container',
        message: 'The preview has no container "nope"; it has main, proxy.',
      }),
    );
  });

  it.each([[{ previous: true }], [{ previous: true, container: 'main' }]])(
    'says that nothing ran before: %j',
    options => {
      expect(() => refuseContainer(pod, options)).toThrow(
        expect.objectContaining({ code: 'LogsNotKept', field: 'previous' }),
      );
    },
  );

  it('leaves it to the cluster while the pod has told of no container', () => {
    const options = { container: 'main', previous: true };
    expect(() => refuseContainer(aPod(), options)).not.toThrow();
  });
});
