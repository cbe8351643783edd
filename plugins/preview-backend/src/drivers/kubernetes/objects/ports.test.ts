// SPDX-License-Identifier: Apache-2.0
import { aContainer, aService, aWorkload } from '../testUtils/objects';
import { contestedPorts } from './ports';

const pod = aWorkload().spec.template;
const template = {
  ...pod,
  spec: {
    ...pod.spec,
    containers: [
      aContainer({
        ports: [
          { name: 'http', containerPort: 8080 },
          { name: 'admin', containerPort: 9000 },
        ],
      }),
    ],
  },
};
const leadingTo = (name: string, ...targetPorts: (string | number)[]) =>
  aService(name, {
    ports: targetPorts.map((targetPort, n) => ({ port: 80 + n, targetPort })),
  });

describe('contested ports', () => {
  it.each([
    ['of one Service there are none', [leadingTo('a', 'http', 'admin')], []],
    [
      'a name and its number mean the same',
      [leadingTo('a', 'http'), leadingTo('b', 8080)],
      [],
    ],
    [
      'one number, two ports of the pod',
      [leadingTo('a', 'http', 'admin'), leadingTo('b', 'admin', 9000)],
      [80],
    ],
    [
      'without a target the number itself is meant',
      [leadingTo('a', 80), aService('b', { ports: [{ port: 80 }] })],
      [],
    ],
    [
      'one port, two protocols',
      [
        aService('a', { ports: [{ port: 80, targetPort: 8080 }] }),
        aService('b', {
          ports: [{ port: 80, targetPort: 8080, appProtocol: 'grpc' }],
        }),
      ],
      [80],
    ],
  ])('%s', (_, services, expected) => {
    expect(contestedPorts(services, template)).toEqual(expected);
  });
});
