// SPDX-License-Identifier: Apache-2.0
import { elsewhereHandle } from './elsewhere';
import { currentOf, handleOf, observationOf, type Seen } from './observe';
import type { MirrordSessionStatus } from './model';
import { anIntent, aSession, NOW } from './testUtils/objects';

const intent = anIntent();
const SECOND = 1000;
const READY = {
  phase: 'Ready',
  startedAt: new Date(NOW).toISOString(),
  expiresAt: new Date(NOW + 260_110 * SECOND).toISOString(),
};
const seen = (more: Partial<Seen>): Seen => ({
  sessions: [],
  pods: [],
  targetExists: true,
  gatewayUrl: null,
  ...more,
});
const look = (status: MirrordSessionStatus | null, of = intent) =>
  observationOf(of, seen({ sessions: [aSession(of, status)] }), NOW);

describe('observationOf', () => {
  it.each([
    [null, 'waiting for the operator'],
    [{ phase: 'Initializing' }, 'prepared by the operator'],
    [{ phase: 'Waiting' }, 'starting'],
    [{ phase: 'Paused' }, 'paused by a local session with the same key'],
    [{ phase: 'Unknown' }, 'waiting for the operator'],
    [{ phase: 'SomethingNew' }, 'waiting for the operator'],
  ])('keeps waiting at %j', (status, progress) => {
    const seenNow = look(status);
    expect(seenNow).toMatchObject({
      exists: true,
      terminating: false,
      serving: null,
      route: { state: 'pending' },
      problem: null,
      inSync: true,
    });
    expect(seenNow.revisions).toMatchObject([
      { number: 1, available: false, progress },
    ]);
  });

  it('takes the word of the operator that it is ready', () => {
    expect(look({ ...READY, shareHost: 'pr-1.share.example' })).toMatchObject({
      serving: 1,
      route: { state: 'attached', problem: null },
      backstop: { at: NOW + 260_110 * SECOND, state: 'set', ceiling: true },
      access: { shareUrl: 'https://pr-1.share.example' },
      revisions: [{ available: true, steps: { available: NOW + 10 * SECOND } }],
    });
  });

  it('counts an idle one as ready, and tells that it is idle', () => {
    expect(look({ ...READY, phase: 'Idle' })).toMatchObject({
      conditions: [{ type: 'Idle' }],
      serving: 1,
      route: { state: 'attached' },
      revisions: [{ available: true, progress: 'idle' }],
    });
  });

  it('tells that a local session has the requests', () => {
    expect(look({ ...READY, phase: 'Paused' })).toMatchObject({
      conditions: [{ type: 'Paused' }],
      serving: null,
      revisions: [
        {
          available: false,
          problem: { fatal: false, message: expect.stringMatching(/local/) },
        },
      ],
    });
  });

  it('attaches nothing where no traffic is wanted', () => {
    const none = anIntent({ traffic: { mode: 'none', filter: null } });
    expect(look(READY, none).route.state).toBe('detached');
  });

  it('tells a failure of the whole', () => {
    expect(
      look({ phase: 'Failed', failureMessage: 'ErrImagePull: not found' }),
    ).toMatchObject({
      exists: true,
      serving: null,
      route: { state: 'detached' },
      problem: { code: 'ImagePullFailed', fatal: true },
    });
  });

  it('calls one gone that an old operator says has expired', () => {
    const expired = look({
      phase: 'Failed',
      failureMessage: 'preview session TTL expired',
    });
    expect(expired).toMatchObject({
      exists: false,
      leftovers: true,
      problem: null,
    });
  });

  it('estimates the end where the operator does not tell it', () => {
    expect(look({ phase: 'Ready' }).backstop).toEqual({
      at: NOW + 260_100 * SECOND,
      state: 'set',
      ceiling: true,
    });
  });

  it('tells that it is being removed', () => {
    const session = aSession(intent, READY, {
      deletionTimestamp: new Date(NOW).toISOString(),
    });
    const going = observationOf(intent, seen({ sessions: [session] }), NOW);
    expect(going).toMatchObject({
      exists: true,
      terminating: true,
      serving: null,
      route: { state: 'detached' },
      inSync: false,
    });
  });

  it('refuses one that lost a field on its way', () => {
    const session = aSession(intent, READY);
    session.spec.incoming = { steal: true };
    const pruned = observationOf(intent, seen({ sessions: [session] }), NOW);
    expect(pruned.problem).toMatchObject({
      code: 'OperatorUnavailable',
      message: expect.stringContaining('incoming.httpFilter'),
      fatal: true,
    });
  });
});

describe('one that was started elsewhere', () => {
  const session = aSession(intent, READY);
  session.spec.incoming = { steal: true };
  const elsewhere = anIntent({ handle: elsewhereHandle(session) });

  it('is taken as it is', () => {
    const now = observationOf(elsewhere, seen({ sessions: [session] }), NOW);
    expect(now).toMatchObject({
      exists: true,
      serving: 1,
      handle: elsewhere.handle,
      problem: null,
    });
  });

  it('is never awaited', () => {
    expect(observationOf(elsewhere, seen({}), NOW).exists).toBe(false);
  });

  it('may have no end', () => {
    session.spec.ttlSecs = 2 ** 32 - 1;
    const now = observationOf(elsewhere, seen({ sessions: [session] }), NOW);
    expect(now.backstop).toEqual({ at: null, state: 'unavailable' });
  });
});

describe('an update', () => {
  const before = aSession(intent, READY);
  const next = anIntent({
    handle: handleOf(intent, before),
    revisions: [
      { number: 1, image: 'shop/checkout:pr-1' },
      { number: 2, image: 'shop/checkout:pr-2' },
    ],
  });

  it('goes on while only the old resource is there', () => {
    const now = observationOf(next, seen({ sessions: [before] }), NOW);
    expect(currentOf(next, [before])).toBeNull();
    expect(now).toMatchObject({
      exists: true,
      leftovers: true,
      serving: null,
      inSync: false,
      revisions: [
        { available: false, progress: 'waiting until the old version is gone' },
      ],
    });
  });

  it('goes on between delete and create', () => {
    expect(observationOf(next, seen({}), NOW)).toMatchObject({
      exists: true,
      terminating: false,
      inSync: false,
    });
  });

  it('ends with another handle', () => {
    const after = aSession(next, READY);
    const now = observationOf(next, seen({ sessions: [after] }), NOW);
    expect(now).toMatchObject({ exists: true, serving: 2, inSync: true });
    expect(now.handle).not.toBe(next.handle);
  });

  it('is over when somebody deletes the new resource', () => {
    const after = aSession(next, READY);
    const settled = { ...next, handle: handleOf(next, after) };
    expect(observationOf(settled, seen({}), NOW)).toMatchObject({
      exists: false,
      leftovers: false,
    });
  });
});

describe('a start', () => {
  it('has nothing in the cluster before the first write', () => {
    expect(observationOf(intent, seen({}), NOW)).toMatchObject({
      exists: false,
      handle: null,
      backstop: { at: null, state: 'unavailable' },
    });
  });
});
