// SPDX-License-Identifier: Apache-2.0
import {
  type LabelMode,
  type Traffic,
  defaultFilter,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewConfig } from '../../config/types';
import type { SessionRecord } from '../../database/SessionRecord';
import type { Wish } from '../../policy/Rule';
import { askedInputs } from './askedInputs';
import type { ParsedStart } from './parseStart';

export interface WishInputs {
  config: PreviewConfig;
  parsed: ParsedStart;
  place: { cluster: string; namespace: string };
  key: string;
  now: number;
  /** What the driver offers, the preferred one first; unknown at first. */
  labelModes?: LabelMode[];
  /** The session that would be updated: what is not asked for is kept. */
  present?: SessionRecord;
}

/** What the session would be: asked for, else kept, else the default. */
export function wishOf(inputs: WishInputs): Wish {
  const { parsed, place, key, now, present } = inputs;
  return {
    ...place,
    driver: parsed.driver,
    key,
    image: parsed.image,
    imageRef: parsed.imageRef,
    expiresAt: endOf(inputs),
    endAsked: parsed.deadline !== null || parsed.pinned === true,
    endField: parsed.deadline?.by,
    createdAt: present?.createdAt ?? now,
    traffic: trafficOf(inputs),
    labelMode:
      parsed.labelMode ??
      present?.labelMode ??
      inputs.labelModes?.[0] ??
      'isolated',
    inputs: askedInputs(
      parsed.inputs,
      present?.inputs ?? {},
      parsed.secretContents,
    ),
    env: parsed.env ?? present?.env ?? [],
    replicas: parsed.replicas ?? present?.replicas ?? 1,
  };
}

function endOf({ config, parsed, now, present }: WishInputs): number | null {
  if (parsed.pinned) {
    return null;
  }
  if (parsed.deadline && parsed.deadline.by !== 'extendBy') {
    return parsed.deadline.expiresAt;
  }
  const unpinned = parsed.pinned === false && present?.pinned;
  return present && !unpinned ? present.expiresAt : defaultEnd(config, now);
}

/** The default end of a session that starts now. */
export function defaultEnd(config: PreviewConfig, now: number): number {
  const { lifetime } = config.policy.ttl;
  return now + Math.min(config.defaults.ttl, lifetime ?? Infinity);
}

function trafficOf({ config, parsed, key, present }: WishInputs): Traffic {
  const { traffic } = parsed;
  if (!traffic && present) {
    return present.traffic;
  }
  const mode = traffic?.mode ?? config.defaults.trafficMode;
  if (mode === 'none') {
    return { mode, filter: null };
  }
  const filter =
    traffic?.filter === undefined
      ? defaultFilter(key, config.routing.headers[0])
      : traffic.filter;
  return { mode, filter };
}
