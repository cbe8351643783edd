// SPDX-License-Identifier: Apache-2.0
import {
  CODES,
  STEP_NAMES,
  type Evidence,
  type FailureCode,
  type PreviewSession,
  type Step,
  type StepName,
} from '@preview-environments/backstage-plugin-preview-common';
import { inSeconds } from './time';

/** Changes one trait of an example; the rest stays as it is. */
export type Trait = (session: PreviewSession) => PreviewSession;

export const CHECKOUT = 'component:default/checkout';
export const REPOSITORY = 'registry.example.com/shop/checkout';

const DIGEST =
  'sha256:3f9c2e1a77b0d4c5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d';

/** Steps done up to `last`, which has `status`; the others are to come. */
export function stepsUpTo(
  last: StepName,
  status: Step['status'] = 'done',
  message: string | null = null,
): Step[] {
  const reached = STEP_NAMES.indexOf(last);
  return STEP_NAMES.map((name, index) => {
    if (index > reached) {
      return { name, at: null, status: 'pending', message: null };
    }
    return index < reached
      ? {
          name,
          at: inSeconds(-7200 + index * 2),
          status: 'done',
          message: null,
        }
      : { name, at: inSeconds(-7200 + index * 2), status, message };
  });
}

const READY: PreviewSession = {
  id: '5b0c7b52-0000-4000-8000-000000000001',
  key: 'jana-feature-x-k3v9q2',
  entityRef: CHECKOUT,
  ownerRef: 'group:default/team-payments',
  cluster: 'staging',
  namespace: 'shop',
  target: 'deployment/checkout',
  driver: 'kubernetes',
  image: `${REPOSITORY}:feature-x`,
  revision: 1,
  servingRevision: 1,
  generation: 1,
  replicas: 1,
  env: [],
  inputs: null,
  labelMode: 'isolated',
  desired: {
    state: 'running',
    by: 'user:default/jana',
    reason: null,
    at: inSeconds(-7200),
  },
  phase: 'ready',
  conditions: [],
  readOnly: false,
  failure: null,
  steps: stepsUpTo('verified'),
  traffic: {
    mode: 'steal',
    filter: {
      type: 'header',
      name: 'x-preview-key',
      value: 'jana-feature-x-k3v9q2',
    },
  },
  differences: [
    {
      what: 'volume cache',
      action: 'replaced',
      why: 'a claim is shared data, so the preview gets an empty volume',
    },
    { what: 'label app', action: 'dropped', why: 'Services select by it' },
  ],
  createdBy: 'user:default/jana',
  claimedActor: null,
  via: 'portal',
  createdAt: inSeconds(-7200),
  readyAt: inSeconds(-7184),
  expiresAt: inSeconds(5 * 3600 + 12 * 60),
  pinned: false,
  backstop: { at: inSeconds(5 * 3600 + 13 * 60), state: 'set' },
  keepUntil: null,
  endedAt: null,
  endReason: null,
  signOffs: [],
  revisions: [
    {
      number: 1,
      image: `${REPOSITORY}:feature-x`,
      digests: [DIGEST],
      at: inSeconds(-7200),
      by: 'user:default/jana',
    },
  ],
  pods: [
    {
      name: 'pv-checkout-k3v9q2-r1',
      phase: 'Running',
      restarts: 0,
      containers: ['app'],
      imageDigest: DIGEST,
    },
  ],
  access: {
    url: 'https://shop.staging.example.com/',
    reason: null,
    headers: { 'x-preview-key': 'jana-feature-x-k3v9q2' },
    curl: "curl -H 'x-preview-key: jana-feature-x-k3v9q2' 'https://shop.staging.example.com/'",
    portForward:
      'kubectl --namespace shop port-forward pod/pv-checkout-k3v9q2-r1 8080:8080',
    shareUrl: null,
  },
  links: [
    { title: 'Metrics', url: 'https://metrics.example.com/?q=pv', icon: null },
    { title: 'Traces', url: 'https://traces.example.com/?q=pv', icon: null },
  ],
};

/** A ready preview of checkout with the given traits. */
export function aSession(...traits: Trait[]): PreviewSession {
  return traits.reduce((session, trait) => trait(session), READY);
}

/** Any fields as they shall be. */
export const but =
  (part: Partial<PreviewSession>): Trait =>
  session => ({ ...session, ...part });

/** Key and id of its own, so that several stand side by side. */
export const named =
  (key: string, tag: string): Trait =>
  session => ({
    ...session,
    id: `id-${key}`,
    key,
    image: `${REPOSITORY}:${tag}`,
    access: { ...session.access, headers: { 'x-preview-key': key } },
  });

export const starting: Trait = but({
  phase: 'provisioning',
  servingRevision: null,
  readyAt: null,
  expiresAt: inSeconds(8 * 3600 - 20),
  createdAt: inSeconds(-20),
  pods: [],
  steps: stepsUpTo('pulled', 'running', 'Pulling the image.').map(
    (step, index) =>
      step.at ? { ...step, at: inSeconds(-20 + index * 2) } : step,
  ),
});

export const updating: Trait = but({
  phase: 'updating',
  revision: 2,
  image: `${REPOSITORY}:feature-x2`,
  steps: stepsUpTo('started', 'running'),
});

export const failedWith =
  (code: FailureCode, evidence: Evidence[] = []): Trait =>
  session => ({
    ...session,
    phase: 'failed',
    servingRevision: null,
    readyAt: null,
    keepUntil: inSeconds(13 * 60),
    steps: stepsUpTo('pulled', 'failed', CODES[code].message),
    failure: {
      code,
      message: CODES[code].message,
      hint: CODES[code].hint,
      evidence,
      runbook: `https://portal.example.com/docs/runbooks/${code}`,
    },
  });

/** The wanted image did not come up; the one before serves on. */
export const updateFailed: Trait = session => {
  const image = `${REPOSITORY}:missing`;
  const [first] = session.revisions;
  return {
    ...failedWith('ImagePullFailed')(session),
    phase: 'ready',
    keepUntil: null,
    image,
    revision: 2,
    servingRevision: session.servingRevision,
    revisions: [first, { ...first, number: 2, image, digests: [] }],
    conditions: [
      {
        type: 'UpdateFailed',
        status: 'True',
        reason: 'ImagePullFailed',
        message: 'Revision 2 did not come up; revision 1 serves on.',
        at: inSeconds(-60),
      },
    ],
  };
};

export const ended: Trait = but({
  phase: 'stopped',
  servingRevision: null,
  endedAt: inSeconds(-600),
  endReason: 'expired',
  pods: [],
});
