// SPDX-License-Identifier: Apache-2.0
import type { Fields } from './Fields';
import { isObject } from './Fields';

/** Short names of kinds that mirrord and kubectl take. */
const KINDS: Record<string, string> = {
  deploy: 'deployment',
  sts: 'statefulset',
  rs: 'replicaset',
  po: 'pod',
};

/** Members that name a workload by its kind. */
const KIND_MEMBERS = [
  'deployment',
  'statefulset',
  'stateful_set',
  'rollout',
  'pod',
  'replicaset',
  'replica_set',
  'job',
  'cronjob',
  'cron_job',
  'service',
];

/** A target with the kind spelled out: `deploy/x` is `deployment/x`. */
export function spelledTarget(text: string): string {
  const [kind, ...rest] = text.split('/');
  return [KINDS[kind] ?? kind, ...rest].join('/');
}

/** `target`: a text, or an object with `path` and `namespace`. */
export function readTarget(root: Fields): {
  target?: string;
  namespace?: string;
} {
  const value = root.any('target');
  if (value === undefined) {
    return {};
  }
  if (typeof value === 'string') {
    return { target: spelledTarget(value) };
  }
  const part = root.section('target')!;
  const path = part.any('path');
  const namespace = part.text('namespace');
  if (isObject(path)) {
    return { target: fromParts(part.section('path')!), namespace };
  }
  if (part.names().some(name => KIND_MEMBERS.includes(name))) {
    return { target: fromParts(part), namespace };
  }
  const text = part.text('path');
  return {
    target: text === undefined ? undefined : spelledTarget(text),
    namespace,
  };
}

/** `{deployment: NAME, container: C}` */
function fromParts(part: Fields): string {
  const kind = KIND_MEMBERS.find(name => part.any(name) !== undefined);
  if (!kind) {
    throw part.wrong('path', 'a target, for example deployment/NAME');
  }
  const name = part.text(kind);
  const container = part.text('container');
  const base = `${kind.replace('_', '')}/${name}`;
  return container ? `${base}/container/${container}` : base;
}
