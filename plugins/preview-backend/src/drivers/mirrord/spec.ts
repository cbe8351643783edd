// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import {
  defaultFilter,
  type TargetKind,
  type TargetRef,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import { httpFilterOf } from './filter';
import { envFields, inputFields, portFields } from './inputs';
import type { Incoming, MirrordSessionSpec, SessionTarget } from './model';
import { resourceName, suffixOf } from './names';

/** Spelled as the operator's own client does. */
const KINDS: Record<TargetKind, Pick<SessionTarget, 'apiVersion' | 'kind'>> = {
  deployment: { apiVersion: 'apps/v1', kind: 'Deployment' },
  statefulset: { apiVersion: 'apps/v1', kind: 'StatefulSet' },
  replicaset: { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
  rollout: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' },
  pod: { apiVersion: 'v1', kind: 'Pod' },
};

export function sessionTarget(
  target: TargetRef,
  container: string,
): SessionTarget {
  return { ...KINDS[target.kind], name: target.name, container };
}

/** The revision that shall run: an update never runs two beside each other. */
export function wantedRevision({ revisions }: SessionIntent) {
  return revisions[revisions.length - 1];
}

/** What the operator is asked for; fields that say nothing are left out. */
export function specOf(
  intent: SessionIntent,
  container: string,
  ttlSecs: number,
): MirrordSessionSpec {
  const incoming = incomingOf(intent);
  return {
    image: wantedRevision(intent).image,
    key: intent.key,
    target: sessionTarget(intent.target, container),
    ttlSecs,
    ...(intent.replicas === 1 ? {} : { replicas: intent.replicas }),
    ...(incoming && { incoming }),
    ...envFields(intent.env, intent.inputs.envSelection),
    ...inputFields(intent.inputs, intent.key),
  };
}

function incomingOf({ traffic, key, inputs }: SessionIntent): Incoming | null {
  const { mode, filter } = traffic;
  if (mode === 'none') {
    return null;
  }
  const steal = mode === 'steal';
  // Never without a filter: that would take all requests of the target.
  const used = steal ? filter ?? defaultFilter(key) : filter;
  return {
    steal,
    ...(used && { httpFilter: httpFilterOf(used, key) }),
    ...portFields(inputs),
  };
}

/**
 * Name of the resource that holds exactly what the intent says. Nothing of a
 * resource can be changed, so anything else has another name.
 */
export function nameOf(intent: SessionIntent): string {
  return resourceName(intent.target, intent.key, fingerprintOf(intent));
}

/** Eight characters that differ whenever another resource is needed. */
export function fingerprintOf(intent: SessionIntent): string {
  const { number } = wantedRevision(intent);
  const content = createHash('sha256')
    .update(JSON.stringify(specOf(intent, '', 0)))
    .digest('hex');
  return suffixOf(`${intent.sessionId}/${content}`, number);
}
