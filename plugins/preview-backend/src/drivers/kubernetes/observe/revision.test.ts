// SPDX-License-Identifier: Apache-2.0
import { aPod, aView } from '../testUtils/objects';
import type { ReplicaSetView } from '../state/views';
import { judgeRevision } from './revision';

const set = (changes: Partial<ReplicaSetView> = {}): ReplicaSetView => ({
  ...aView(),
  revision: 1,
  image: 'a',
  replicas: 1,
  readyReplicas: 0,
  createdAt: 0,
  failure: null,
  differences: [],
  ...changes,
});
const ready = (at: number) =>
  aPod(
    { readyAt: at, uid: `p${at}` },
    { startedAt: at, imageId: 'i', ready: true },
  );
const of = (replicas: number) => ({ number: 1, replicas });
const failure = (message: string) => ({ message, at: 0 });

describe('judgeRevision', () => {
  it('is available when all wanted pods are ready, since the last of them', () => {
    const one = judgeRevision(of(2), set(), [ready(5_000)], 0);
    expect(one).toMatchObject({ available: false, steps: { available: null } });
    const both = judgeRevision(of(2), set(), [ready(5_000), ready(9_000)], 0);
    expect(both).toMatchObject({
      available: true,
      progress: null,
      problem: null,
      steps: {
        scheduled: 1_000,
        pulled: 9_000,
        started: 9_000,
        available: 9_000,
      },
    });
  });

  it.each([
    [
      'pods "a" is forbidden: exceeded quota: pods, requested: pods=1',
      'QuotaExceeded',
    ],
    [
      'pods "a" is forbidden: violates PodSecurity "restricted:latest"',
      'AdmissionRefused',
    ],
    ['admission webhook "policy" denied the request', 'AdmissionRefused'],
    [
      'pods "a" is forbidden: error looking up service account shop/x',
      'AdmissionRefused',
    ],
  ])('reads the refusal of a pod: %s', (message, code) => {
    const { problem } = judgeRevision(
      of(1),
      set({ failure: failure(message) }),
      [],
      0,
    );
    expect(problem).toMatchObject({
      code,
      fatal: true,
      evidence: [{ kind: 'condition', text: message }],
    });
  });

  it('says what of a quota is used up', () => {
    const text =
      'pods "a" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=2, limited: pods=2';
    const { problem } = judgeRevision(
      of(1),
      set({ failure: failure(text) }),
      [],
      0,
    );
    expect(problem?.message).toContain('limits pods to 2 (2 in use, 1 more');
  });

  it('does not mind an old refusal once the pods are there', () => {
    const { problem } = judgeRevision(
      of(1),
      set({ failure: failure('exceeded quota') }),
      [ready(1)],
      0,
    );
    expect(problem).toBeNull();
  });

  it('puts what is final before what may pass', () => {
    const passing = aPod(
      {},
      { waiting: { reason: 'ErrImagePull', message: 'timeout' } },
    );
    const final = aPod(
      {},
      { waiting: { reason: 'InvalidImageName', message: '' } },
    );
    const { problem } = judgeRevision(of(2), set(), [passing, final], 0);
    expect(problem?.fatal).toBe(true);
  });

  it('does not count pods that end', () => {
    const ending = { ...ready(1), deleting: true };
    const seen = judgeRevision(of(1), set(), [ending], 0);
    expect(seen.available).toBe(false);
    expect(seen.pods[0].phase).toBe('Terminating');
  });

  it('shows restarts and the digest that really runs', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const pod = aPod(
      {},
      { imageId: `docker.io/shop/checkout@${digest}`, restarts: 2 },
    );
    expect(judgeRevision(of(1), set(), [pod], 0).pods).toEqual([
      {
        name: pod.name,
        phase: 'Pending',
        restarts: 2,
        containers: ['main'],
        imageDigest: digest,
      },
    ]);
  });
});
