// SPDX-License-Identifier: Apache-2.0
import {
  aSession,
  TEST_START,
  withFields,
  withoutTraffic,
  type SessionModifier,
} from '../testUtils/aSession';
import { compose } from './compose';
import type { Notice } from './Notice';

const ANN = 'user:default/ann';
const BOB = 'user:default/bob';
const TEAM = 'group:default/team-shop';
const MINUTE = 60_000;

const ready: Notice = {
  kind: 'ready',
  revision: 1,
  image: 'registry.example.com/shop/checkout:feature-x',
};
const stopped: Notice = {
  kind: 'stopped',
  endReason: 'stopped',
  reason: null,
};
const expiring = (lead: number): Notice => ({
  kind: 'expiring',
  lead,
  expiresAt: TEST_START + lead,
});

const composed = (
  notice: Notice,
  actor: string | null = null,
  ...modifiers: SessionModifier[]
) =>
  compose(
    { id: 'the-id', notice, actor },
    aSession(...modifiers),
    '/previews',
    TEST_START,
  );

describe('compose', () => {
  it.each<[string, Notice, string | null, string, string]>([
    [
      'ready',
      ready,
      null,
      'Preview pr-1 of checkout is ready',
      'It runs checkout:feature-x. Requests with x-preview-key: pr-1 reach it.',
    ],
    [
      'failed',
      { kind: 'failed', revision: 1, message: 'It was not found.' },
      null,
      'Preview pr-1 of checkout failed',
      'It was not found.',
    ],
    [
      'update-failed',
      { kind: 'update-failed', revision: 2, message: 'It was not found.' },
      null,
      'Update of preview pr-1 of checkout failed',
      'It was not found. The former image serves on.',
    ],
    [
      'stopped by a person',
      stopped,
      BOB,
      'bob stopped preview pr-1 of checkout',
      'Requests with its key go to the stable version again.',
    ],
    [
      'stopped by a service',
      { ...stopped, reason: 'Merged.' },
      'external:ci',
      'external:ci stopped preview pr-1 of checkout',
      'Merged.',
    ],
    [
      'stopped by a rule',
      { ...stopped, endReason: 'entity-removed', reason: 'It is gone.' },
      null,
      'Preview pr-1 of checkout was stopped',
      'It is gone.',
    ],
    [
      'removed in the cluster',
      { ...stopped, endReason: 'deleted-in-cluster', reason: 'Somebody.' },
      null,
      'Preview pr-1 of checkout was removed in the cluster',
      'Somebody.',
    ],
    [
      'ending',
      expiring(15 * MINUTE),
      null,
      'Preview pr-1 of checkout ends in 15 minutes',
      'Extend it if you still need it.',
    ],
    [
      'ending soon',
      expiring(75_000),
      null,
      'Preview pr-1 of checkout ends in 75 seconds',
      'Extend it if you still need it.',
    ],
    [
      'joined',
      { kind: 'joined', ownerRef: 'group:default/team-pay' },
      ANN,
      'checkout joined your environment pr-1',
      'ann started a preview of it under a key of your team.',
    ],
  ])('says %s', (_, notice, actor, title, description) => {
    expect(composed(notice, actor)!.payload).toMatchObject({
      title,
      description,
      scope: 'the-id',
    });
  });

  it('tells what a preview without traffic is reached by', () => {
    const { payload } = composed(ready, null, withoutTraffic())!;
    expect(payload.description).toBe(
      'It runs checkout:feature-x. No requests are routed to it.',
    );
  });

  it.each<[string, string | null, SessionModifier[], object | null]>([
    ['starter and team', null, [], { entityRef: [ANN, TEAM] }],
    [
      'not who did it',
      BOB,
      [],
      {
        entityRef: [ANN, TEAM],
        excludeEntityRef: BOB,
      },
    ],
    [
      'not the starter who did it',
      ANN,
      [],
      {
        entityRef: [TEAM],
        excludeEntityRef: ANN,
      },
    ],
    [
      'the team of a service that did it',
      'external:ci',
      [withFields({ createdBy: 'external:ci' })],
      { entityRef: [TEAM] },
    ],
    [
      'the person that a service names',
      null,
      [withFields({ createdBy: 'external:ci', claimedActor: BOB })],
      { entityRef: [BOB, TEAM] },
    ],
    [
      'not what is no person',
      null,
      [withFields({ createdBy: 'external:ci', claimedActor: 'Bob' })],
      { entityRef: [TEAM] },
    ],
    [
      'an owner once',
      null,
      [withFields({ ownerRef: ANN })],
      {
        entityRef: [ANN],
      },
    ],
    ['nobody', ANN, [withFields({ ownerRef: ANN })], null],
  ])('goes to %s', (_, actor, modifiers, recipients) => {
    const notification = composed(stopped, actor, ...modifiers);
    expect(notification && notification.recipients).toEqual(
      recipients && { type: 'entity', ...recipients },
    );
  });

  it('leads to the preview, to extend it where it ends', () => {
    const page = `/previews/sessions/${aSession().id}`;
    expect(composed(ready)!.payload.link).toBe(page);
    expect(composed(expiring(MINUTE))!.payload.link).toBe(
      `${page}?action=extend`,
    );
  });

  it.each([
    [24 * 60, 'low'],
    [2 * 60, 'normal'],
    [15, 'high'],
    [5, 'high'],
  ])('is louder near the end: %d minutes', (minutes, severity) => {
    expect(composed(expiring(minutes * MINUTE))!.payload.severity).toBe(
      severity,
    );
  });

  it.each([
    ['stopped', 'normal'],
    ['expired', 'normal'],
    ['deleted-in-cluster', 'high'],
    ['target-gone', 'high'],
  ] as const)(
    'is loud when nobody wanted the end: %s',
    (endReason, severity) => {
      expect(composed({ ...stopped, endReason })!.payload.severity).toBe(
        severity,
      );
    },
  );
});
