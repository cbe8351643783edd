// SPDX-License-Identifier: Apache-2.0
import type {
  AskedInputs,
  DriverCapabilities,
  EnvOverride,
  ImageRef,
  LabelMode,
  PreviewCode,
  Traffic,
} from '@preview-environments/backstage-plugin-preview-common';
import type { TargetFacts } from '@preview-environments/backstage-plugin-preview-node';
import type { Caller } from '../authorization/Caller';
import type { PreviewConfig } from '../config/types';
import type { ActiveCounts } from '../database/sessions/countActive';
import type { EntityFacts } from '../sessions/start/EntityReader';

/** What a session would be. Moments are epoch milliseconds. */
export interface Wish {
  cluster: string;
  namespace: string;
  /** The driver that the request names, or `null`. */
  driver: string | null;
  key: string;
  image: string;
  imageRef: ImageRef;
  /** `null` = without an end. */
  expiresAt: number | null;
  /** Whether somebody asked for this end, or it is kept or the default. */
  endAsked: boolean;
  /** The field of the request that asked for it; absent = `ttl`. */
  endField?: string;
  createdAt: number;
  traffic: Traffic;
  labelMode: LabelMode;
  env: EnvOverride[];
  inputs: AskedInputs;
  replicas: number;
}

/** Everything that rules may look at, gathered before. */
export interface PolicyInput {
  config: PreviewConfig;
  caller: Caller;
  now: number;
  entity: EntityFacts;
  wish: Wish;
  /** The entity's annotations name this workload. */
  ofCatalog: boolean;
  target: TargetFacts;
  capabilities: DriverCapabilities;
  claimedActor: string | null;
  /** Whether a repeated call would find the same session again. */
  repeatable: boolean;
}

/** Why a rule says no. */
export interface Objection {
  code: PreviewCode;
  field?: string;
  message?: string;
  hint?: string;
}

export type QuotaInput = Pick<PolicyInput, 'config' | 'caller'> & {
  counts: ActiveCounts;
};

/** What is known before the cluster was asked. */
export type EarlyInput = Omit<PolicyInput, 'target' | 'capabilities'>;

/** One question about a start, with a name that people can refer to. */
export interface Rule<Input> {
  name: string;
  /** The setting by which the platform team can change it. */
  setting: string;
  /** What people read where it has no objection: what was looked at. */
  passes: string;
  check(input: Input): Objection | null;
}
