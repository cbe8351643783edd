// SPDX-License-Identifier: Apache-2.0
import type {
  EntityOptions,
  PreflightReport,
  TargetOption,
} from '@preview-environments/backstage-plugin-preview-common';
import { CHECKOUT, REPOSITORY } from './sessions';
import { inSeconds } from './time';

/** A target of checkout with the given differences. */
export function aTarget(part: Partial<TargetOption> = {}): TargetOption {
  return {
    target: 'deployment/checkout',
    cluster: 'staging',
    namespace: 'shop',
    driver: 'kubernetes',
    image: `${REPOSITORY}:1.8.3`,
    imageRepositories: [REPOSITORY],
    containers: ['checkout', 'metrics'],
    capabilities: {
      steal: true,
      mirror: false,
      unfilteredMirror: false,
      inPlaceUpdate: true,
      extend: true,
      clusterDeadline: true,
      replicas: true,
      verify: true,
      dbBranch: false,
      queueSplit: false,
      share: false,
      labelModes: ['isolated'],
      filters: ['header'],
      inputs: [],
      reasons: { mirror: 'this gateway cannot copy requests by header' },
    },
    trafficModes: ['steal', 'none'],
    problem: null,
    ...part,
  };
}

/** What an owner of checkout may start. */
export function someOptions(part: Partial<EntityOptions> = {}): EntityOptions {
  return {
    entityRef: CHECKOUT,
    ownerRef: 'group:default/team-payments',
    mayStart: true,
    denied: null,
    may: { update: true, extend: true, stop: true, logs: true, signOff: true },
    allow: { pinned: false, env: [], filters: ['header'], inputs: [] },
    targets: [aTarget()],
    defaults: { ttlSeconds: 8 * 3600, trafficMode: 'steal' },
    limits: { ttlMinSeconds: 300, ttlMaxSeconds: 72 * 3600 },
    headers: ['x-preview-key'],
    quota: {
      perUser: { limit: 5, used: 1 },
      perOwner: { limit: 20, used: 3 },
    },
    frozen: false,
    linkProblems: [],
    proposedKey: 'jana-checkout-k3v9q2',
    ...part,
  };
}

/** What somebody sees who only reads. */
export function readerOptions(): EntityOptions {
  return someOptions({
    mayStart: false,
    denied: {
      code: 'NotEntityOwner',
      message: 'Only owners of the service may do this.',
      hint: 'Ask the team that owns the service.',
    },
    may: {
      update: false,
      extend: false,
      stop: false,
      logs: false,
      signOff: true,
    },
  });
}

/** A preflight in which all is well. */
export function aReport(part: Partial<PreflightReport> = {}): PreflightReport {
  return {
    ok: true,
    checks: ['image', 'quota', 'route'].map(name => ({
      name,
      status: 'passed',
      message: `The ${name} is in order.`,
      code: null,
      field: null,
      hint: null,
    })),
    differences: [
      { what: 'label app', action: 'dropped', why: 'Services select by it' },
    ],
    notCovered: [],
    notCoveredDeclared: false,
    key: 'jana-feature-x-k3v9q2',
    target: 'deployment/checkout',
    cluster: 'staging',
    namespace: 'shop',
    image: `${REPOSITORY}:feature-x`,
    expiresAt: inSeconds(8 * 3600),
    headers: { 'x-preview-key': 'jana-feature-x-k3v9q2' },
    curl: "curl -i -H 'x-preview-key: jana-feature-x-k3v9q2' 'https://shop.staging.example.com/'",
    update: 'surge',
    ...part,
  };
}
