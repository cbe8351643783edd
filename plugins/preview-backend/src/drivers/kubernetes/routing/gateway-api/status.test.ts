// SPDX-License-Identifier: Apache-2.0
import { aView } from '../../testUtils/objects';
import type { RouteView } from '../../state/views';
import type { RouteParentStatus } from './model';
import { judgeRoutes } from './status';

const said = (
  accepted: string,
  resolved: string,
  generation = 2,
  parent: RouteParentStatus['parentRef'] = { name: 'gateway' },
): RouteParentStatus => ({
  parentRef: parent,
  controllerName: 'example.com/gateway',
  conditions: [
    {
      type: 'Accepted',
      status: accepted,
      reason: 'NoMatchingParent',
      message: 'no',
      observedGeneration: generation,
    },
    { type: 'ResolvedRefs', status: resolved, observedGeneration: generation },
  ],
});

const route = (
  parents: RouteParentStatus[],
  parentRefs: object[] = [{ name: 'gateway' }],
): RouteView => ({
  ...aView(),
  generation: 2,
  content: null,
  spec: { parentRefs } as RouteView['spec'],
  parents,
});

describe('judgeRoutes', () => {
  it.each<[string, RouteView[], string]>([
    ['nothing written', [], 'detached'],
    ['nothing said yet', [route([])], 'pending'],
    ['all well', [route([said('True', 'True')])], 'attached'],
    [
      'said about the generation before',
      [route([said('True', 'True', 1)])],
      'pending',
    ],
    [
      'refused before, not looked at since',
      [route([said('False', 'True', 1)])],
      'pending',
    ],
    ['refused', [route([said('False', 'True')])], 'rejected'],
    ['backend not found', [route([said('True', 'False')])], 'rejected'],
    [
      'one of two parents',
      [route([said('True', 'True')], [{ name: 'gateway' }, { name: 'b' }])],
      'pending',
    ],
    [
      'another listener of the same gateway',
      [
        route(
          [said('True', 'True', 2, { name: 'gateway', sectionName: 'b' })],
          [{ name: 'gateway', sectionName: 'a' }],
        ),
      ],
      'pending',
    ],
    [
      'a namespace written out',
      [
        route([
          said('True', 'True', 2, { name: 'gateway', namespace: 'shop' }),
        ]),
      ],
      'attached',
    ],
    [
      'one of two routes',
      [route([said('True', 'True')]), route([])],
      'pending',
    ],
  ])('%s: %s', (_, routes, state) => {
    expect(judgeRoutes(routes).state).toBe(state);
  });

  it('has the words of the gateway', () => {
    const { problem } = judgeRoutes([route([said('False', 'True')])]);
    expect(problem).toMatchObject({
      code: 'RouteRejected',
      evidence: [
        { text: 'shop/gateway says Accepted=False, NoMatchingParent: no' },
      ],
    });
  });
});
