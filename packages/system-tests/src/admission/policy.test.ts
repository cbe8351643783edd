// SPDX-License-Identifier: Apache-2.0
import { KEYED, job, object, route, service, set } from './admitted';
import { AdmissionPolicy, type AdmissionRequest } from './AdmissionPolicy';

const policy = new AdmissionPolicy();
const pod = object('Pod', { containers: [{ name: 'a', image: 'a:1' }] });

const ALLOWED: [string, AdmissionRequest][] = [
  [
    'a route whose matches ask for the key',
    { object: route([{ headers: KEYED }]) },
  ],
  [
    'a value that carries the key',
    {
      object: route([
        { headers: [{ name: 'x-preview-key', value: 'team/pr-1' }] },
      ]),
    },
  ],
  [
    'other headers beside it',
    { object: route([{ headers: [{ name: 'v', value: '2' }, ...KEYED] }]) },
  ],
  ['pods of one image', { object: set({}) }],
  ['a root', { object: job({}) }],
  ['a Service of its pods', { object: service({ type: 'ClusterIP' }) }],
  ['asking about a pod', { object: pod, dryRun: true }],
  ['deleting one of ours', { object: null, oldObject: set({}) }],
  [
    'anything by anybody else',
    { object: object('Service', {}, { labels: {} }), username: 'system:admin' },
  ],
];

const FORBIDDEN: [string, AdmissionRequest, RegExp][] = [
  ['a route without matches', { object: route(null) }, /Every match/],
  ['a route without rules', { object: object('HTTPRoute', {}) }, /Every match/],
  ['an empty match', { object: route([{}]) }, /Every match/],
  [
    'a path alone',
    { object: route([{ path: { type: 'PathPrefix', value: '/' } }]) },
    /Every match/,
  ],
  [
    'one match of two without the key',
    { object: route([{ headers: KEYED }, { path: {} }]) },
    /Every match/,
  ],
  [
    'another header',
    { object: route([{ headers: [{ name: 'accept', value: 'pr-1' }] }]) },
    /Every match/,
  ],
  [
    'a pattern',
    {
      object: route([
        {
          headers: [
            {
              type: 'RegularExpression',
              name: 'x-preview-key',
              value: '.*pr-1',
            },
          ],
        },
      ]),
    },
    /Every match/,
  ],
  [
    'another key',
    {
      object: route([{ headers: [{ name: 'x-preview-key', value: 'pr-2' }] }]),
    },
    /Every match/,
  ],
  [
    'the header twice, of which only the first counts',
    {
      object: route([
        { headers: [{ name: 'X-Preview-Key', value: 'b' }, ...KEYED] },
      ]),
    },
    /Every match/,
  ],
  [
    'a redirect',
    {
      object: route([{ headers: KEYED }], {
        filters: [{ type: 'RequestRedirect' }],
      }),
    },
    /redirect/,
  ],
  [
    'an object without our labels',
    {
      object: object(
        'Service',
        { selector: { 'preview-environments.io/session': 's' } },
        { labels: {} },
      ),
    },
    /labels of a preview/,
  ],
  [
    'an object without any labels',
    {
      object: object(
        'ReplicaSet',
        { template: { spec: { containers: [] } } },
        { labels: undefined },
      ),
    },
    /labels of a preview/,
  ],
  [
    'taking over an object of the team',
    {
      object: service({}),
      oldObject: object('Service', {}, { labels: { app: 'checkout' } }),
    },
    /its own/,
  ],
  [
    'deleting an object of the team',
    {
      object: null,
      oldObject: object('Service', {}, { labels: { app: 'checkout' } }),
    },
    /labels of a preview/,
  ],
  [
    'an object that nothing ends',
    {
      object: object(
        'Service',
        { selector: { 'preview-environments.io/session': 's' } },
        { ownerReferences: undefined },
      ),
    },
    /root/,
  ],
  [
    'an object that its root does not control',
    {
      object: object(
        'ReplicaSet',
        { template: { spec: { containers: [] } } },
        { ownerReferences: [{ kind: 'Job', name: 'pv', uid: 'u' }] },
      ),
    },
    /root/,
  ],
  [
    'a Service of the stable pods',
    { object: service({ selector: { app: 'checkout' } }) },
    /Service of a preview/,
  ],
  [
    'a Service of another preview',
    {
      object: service({ selector: { 'preview-environments.io/session': 'b' } }),
    },
    /Service of a preview/,
  ],
  [
    'a way in from outside',
    { object: service({ type: 'LoadBalancer' }) },
    /Service of a preview/,
  ],
  [
    'foreign addresses',
    { object: service({ externalIPs: ['1.2.3.4'] }) },
    /Service of a preview/,
  ],
  [
    'a root that runs pods',
    { object: job({ parallelism: 1 }) },
    /never runs a pod/,
  ],
  [
    'a root that never ends',
    { object: job({ activeDeadlineSeconds: undefined }) },
    /deadline/,
  ],
  ['a pod that stays', { object: pod }, /only by ReplicaSets/],
  ['the network of the node', { object: set({ hostNetwork: true }) }, /node/],
  ['the processes of the node', { object: set({ hostPID: true }) }, /node/],
  ['the memory of the node', { object: set({ hostIPC: true }) }, /node/],
  [
    'a folder of the node',
    { object: set({ volumes: [{ name: 'h', hostPath: { path: '/' } }] }) },
    /node/,
  ],
  [
    'stored data',
    {
      object: set({
        volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'd' } }],
      }),
    },
    /stored data/,
  ],
  ['a node of choice', { object: set({ nodeName: 'control-plane' }) }, /node/],
  [
    'privileges',
    { object: set({}, { securityContext: { privileged: true } }) },
    /privileged/,
  ],
  [
    'privileges at start',
    {
      object: set({
        initContainers: [{ name: 'i', securityContext: { privileged: true } }],
      }),
    },
    /privileged/,
  ],
  [
    'a port of the node',
    { object: set({}, { ports: [{ containerPort: 80, hostPort: 80 }] }) },
    /port of their node/,
  ],
];

describe('the admission policy', () => {
  it.each(ALLOWED)('lets in: %s', (_, request) => {
    expect(policy.refusals(withoutUndefined(request))).toEqual([]);
  });

  it.each(FORBIDDEN)('refuses: %s', (_, request, message) => {
    expect(policy.refusals(withoutUndefined(request))).toEqual(
      expect.arrayContaining([expect.stringMatching(message)]),
    );
  });

  it('refuses by every one of its rules', () => {
    const seen = new Set(
      FORBIDDEN.flatMap(([, request]) =>
        policy.refusals(withoutUndefined(request)),
      ),
    );
    // The rule about images takes everything until an adopter fills it in.
    expect(policy.messages().filter(each => !seen.has(each))).toEqual([
      'This image may not run as a preview.',
    ]);
  });
});

/** What is undefined here is absent in the JSON that a server sees. */
function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
