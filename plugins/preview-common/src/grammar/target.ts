// SPDX-License-Identifier: Apache-2.0
import { previewError } from '../codes/PreviewError';

/**
 * Kinds of workload that a target may name. Only the first three can be
 * cloned; `pod` and `replicaset` resolve to their top controller.
 *
 * @public
 */
export const TARGET_KINDS = [
  'deployment',
  'statefulset',
  'rollout',
  'pod',
  'replicaset',
] as const;

/** @public */
export type TargetKind = (typeof TARGET_KINDS)[number];

/** @public */
export interface TargetRef {
  kind: TargetKind;
  name: string;
  /** The container whose image is replaced; absent = the only or first one. */
  container?: string;
}

/** DNS subdomain: what Kubernetes takes as the name of a workload. */
const NAME =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const NAME_MAX_LENGTH = 253;
/** DNS label: what Kubernetes takes as the name of a container. */
const CONTAINER = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Kinds that are never cloned, each with the sentence that says why. */
const REFUSED = new Map([
  [
    'targetless',
    'A preview is a copy of a workload; without a target there is nothing to copy.',
  ],
  [
    'daemonset',
    'A DaemonSet runs on every node and cannot be previewed as one isolated pod.',
  ],
  [
    'service',
    'A Service has no pod of its own to copy; name the workload behind it.',
  ],
  [
    'label',
    'A selector of labels may mean several workloads; name the one that is copied.',
  ],
  ['job', 'A Job runs once and serves no requests; it cannot be previewed.'],
  [
    'cronjob',
    'A CronJob runs on a schedule and serves no requests; it cannot be previewed.',
  ],
]);

/**
 * Reads `deployment/NAME[/container/C]`.
 *
 * @throws PreviewError `TargetKindUnsupported` for kinds that cannot be
 * previewed, `InvalidTarget` for everything else that is no target.
 * @public
 */
export function parseTarget(text: string): TargetRef {
  const [kind, name, word, container, ...rest] = text.split('/');
  const refused = REFUSED.get(kind.toLowerCase());
  if (refused) {
    throw previewError('TargetKindUnsupported', {
      message: refused,
      field: 'target',
    });
  }
  const known = TARGET_KINDS.find(each => each === kind);
  const wellFormed =
    rest.length === 0 &&
    name !== undefined &&
    name.length <= NAME_MAX_LENGTH &&
    NAME.test(name) &&
    (word === undefined ||
      (word === 'container' &&
        container !== undefined &&
        CONTAINER.test(container)));
  if (!known || !wellFormed) {
    throw previewError('InvalidTarget', {
      message: `"${text.slice(0, 120)}" is not a target.`,
      field: 'target',
    });
  }
  return container ? { kind: known, name, container } : { kind: known, name };
}

/** The one way to write a target down. @public */
export function formatTarget(target: TargetRef): string {
  const base = `${target.kind}/${target.name}`;
  return target.container ? `${base}/container/${target.container}` : base;
}
