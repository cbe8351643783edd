// SPDX-License-Identifier: Apache-2.0
import type {
  AuditEvent,
  AuditState,
  PreviewApi,
  TrafficInterval,
  TrafficPage,
} from '@preview-environments/backstage-plugin-preview-common';
import { pageOf } from './environments';
import { CHECKOUT, REPOSITORY } from './sessions';
import { inSeconds } from './time';

const DIGEST = `sha256:${'3f9c2e1a'.repeat(8)}`;

/** A preview of checkout was started, unless it says otherwise. */
export function anEvent(part: Partial<AuditEvent> = {}): AuditEvent {
  return {
    id: 'event-1',
    action: 'session.started',
    outcome: 'succeeded',
    at: inSeconds(-300),
    actor: 'user:default/jana',
    claimedActor: null,
    via: 'portal',
    sessionId: 'id-1042',
    key: 'pr-1042',
    entityRef: CHECKOUT,
    ownerRef: 'group:default/team-payments',
    cluster: 'staging',
    namespace: 'shop',
    target: 'deployment/checkout',
    image: `${REPOSITORY}:feature-x`,
    imageDigest: DIGEST,
    reason: null,
    code: null,
    policy: 'images.same-repository',
    requestId: 'request-1',
    count: 1,
    changes: null,
    ...part,
  };
}

/** A log that is sealed and anchored. */
export function anAuditState(part: Partial<AuditState> = {}): AuditState {
  return {
    origin: 'portal.example.com/preview',
    size: 18204,
    root: 'cm9vdA==',
    sealedAt: inSeconds(-1),
    waiting: 0,
    keys: [
      {
        id: '3f9c2e1a',
        verifierKey: 'portal.example.com/preview+3f9c2e1a+AbCdEf',
        current: true,
        development: false,
      },
    ],
    developmentKey: false,
    anchored: { size: 18190, at: inSeconds(-240) },
    anchors: [{ name: 'log', size: 18190, at: inSeconds(-240), problem: null }],
    checkpoint: 'portal.example.com/preview\n18204\ncm9vdA==\n',
    ...part,
  };
}

/** Requests could reach a preview of checkout, and still can. */
export function anInterval(
  part: Partial<TrafficInterval> = {},
): TrafficInterval {
  return {
    sessionId: 'id-1042',
    key: 'pr-1042',
    entityRef: CHECKOUT,
    ownerRef: 'group:default/team-payments',
    cluster: 'staging',
    namespace: 'shop',
    target: 'deployment/checkout',
    revision: 1,
    image: `${REPOSITORY}:feature-x`,
    imageDigest: DIGEST,
    filter: { type: 'header', name: 'x-preview-key', value: 'pr-1042' },
    from: inSeconds(-7200),
    to: null,
    startedBy: 'user:default/jana',
    claimedActor: null,
    imageBy: 'user:default/jana',
    ...part,
  };
}

/** What is found around the example's now. */
export function aTrafficPage(
  items: TrafficInterval[],
  part: Partial<TrafficPage> = {},
): TrafficPage {
  return {
    from: inSeconds(0),
    to: inSeconds(0),
    items,
    nextCursor: null,
    ...part,
  };
}

/** A log of these events. */
export function auditApi(...events: AuditEvent[]): Partial<PreviewApi> {
  return {
    listAuditEvents: async () => pageOf(events),
    auditState: async () => anAuditState(),
  };
}
