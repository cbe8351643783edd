// SPDX-License-Identifier: Apache-2.0
import {
  type CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  type EnvOverride,
  type ImageRef,
  type LabelMode,
  type RequestFilter,
  type StartInputs,
  type StartRequest,
  type TargetRef,
  type TrafficMode,
  isKey,
  parseFilter,
  parseImage,
  parseTarget,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { type Deadline, parseDeadline } from '../deadline/parseDeadline';
import { checkEnv } from './checkEnv';
import { checkInputs } from './checkInputs';

/** A start whose every field has the right form. Absent ones are `null`. */
export interface ParsedStart {
  entityRef: string;
  image: string;
  imageRef: ImageRef;
  key: string | null;
  target: TargetRef | null;
  cluster: string | null;
  namespace: string | null;
  driver: string | null;
  deadline: Deadline | null;
  pinned: boolean | null;
  traffic: {
    mode: TrafficMode;
    /** `undefined` = the default one. */
    filter: RequestFilter | null | undefined;
  } | null;
  labelMode: LabelMode | null;
  env: EnvOverride[] | null;
  replicas: number | null;
  /** Members that the request gives; `null` takes one away. */
  inputs: StartInputs;
  /** Names contents of secret files that came with the request. */
  secretContents: string | null;
  reason: string | null;
  resume: boolean;
  claimedActor: string | null;
}

/**
 * @throws PreviewError of kind `input` that names the field
 */
export function parseStart(request: StartRequest, now: number): ParsedStart {
  const { key, target, traffic, env } = request;
  if (key !== undefined && !isKey(key)) {
    throw previewError('InvalidKey', { field: 'key' });
  }
  env?.forEach(checkEnv);
  return {
    entityRef: readEntityRef(request.entityRef),
    image: request.image,
    imageRef: parseImage(request.image),
    key: key ?? null,
    target: target === undefined ? null : parseTarget(target),
    cluster: request.cluster ?? null,
    namespace: request.namespace ?? null,
    driver: request.driver ?? null,
    deadline: parseDeadline(request, now),
    pinned: request.pinned ?? null,
    traffic: traffic
      ? {
          mode: traffic.mode,
          filter: traffic.filter ? parseFilter(traffic.filter) : traffic.filter,
        }
      : null,
    labelMode: request.labelMode ?? null,
    env: env ?? null,
    replicas: request.replicas ?? null,
    inputs: checkInputs(request),
    secretContents: null,
    reason: request.reason || null,
    resume: request.resume ?? false,
    claimedActor: request.claimedActor || null,
  };
}

const PART = /^[a-z0-9]([-_.a-z0-9]*[a-z0-9])?$/i;

/** @throws PreviewError `InvalidEntityRef` */
export function readEntityRef(text: string): string {
  const parts = partsOf(text);
  if (!parts || !Object.values(parts).every(part => PART.test(part))) {
    throw previewError('InvalidEntityRef', { field: 'entityRef' });
  }
  return stringifyEntityRef(parts);
}

function partsOf(text: string): CompoundEntityRef | null {
  try {
    return parseEntityRef(text, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
  } catch {
    return null;
  }
}
