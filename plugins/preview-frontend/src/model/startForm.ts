// SPDX-License-Identifier: Apache-2.0
import {
  defaultFilter,
  isKey,
  isPreviewError,
  parseDuration,
  type StartRequest,
  type TargetOption,
  type TrafficMode,
} from '@preview-environments/backstage-plugin-preview-common';
import { composeImage, imageProblem } from './image';
import { isoSeconds } from './ttl';

/** As many as the API takes. */
export const MAX_REPLICAS = 10;

/** What stands in the Start dialog. */
export interface StartForm {
  repository: string;
  imageText: string;
  key: string;
  /** Seconds, or what was typed under Other. */
  ttl: number | string;
  /** No end; then `ttl` does not count. */
  pinned: boolean;
  mode: TrafficMode;
  header: string;
  /** As typed. */
  replicas: string;
  /** Variables by name; empty values are not set. */
  env: Record<string, string>;
  reason: string;
}

/** What the form is about. */
export interface StartContext {
  entityRef: string;
  target: TargetOption;
  limits: { ttlMinSeconds: number; ttlMaxSeconds: number };
}

/** The first thing that keeps a form from being sent. */
export type FormProblem =
  | { is: 'image-missing' }
  | { is: 'image-invalid'; message: string }
  | { is: 'key' }
  | { is: 'ttl' }
  | { is: 'ttl-range' }
  | { is: 'replicas' };

/** The seconds that were chosen or typed; `null` where it is no duration. */
export function ttlSeconds(ttl: number | string): number | null {
  if (typeof ttl === 'number') {
    return ttl;
  }
  try {
    return parseDuration(ttl.trim(), 'ttl') / 1000;
  } catch (error) {
    if (isPreviewError(error)) {
      return null;
    }
    throw error;
  }
}

/** When a preview of a form without problem would end; `null` = never. */
export function endOfForm(
  { pinned, ttl }: Pick<StartForm, 'pinned' | 'ttl'>,
  now: number,
): string | null {
  const seconds = pinned ? null : ttlSeconds(ttl);
  return seconds === null ? null : new Date(now + seconds * 1000).toISOString();
}

/** Checks what can be checked without asking the backend. */
export function formProblem(
  form: StartForm,
  { limits }: StartContext,
): FormProblem | null {
  const image = composeImage(form.repository, form.imageText);
  if (image === null) {
    return { is: 'image-missing' };
  }
  const invalid = imageProblem(image);
  if (invalid !== null) {
    return { is: 'image-invalid', message: invalid };
  }
  if (!isKey(form.key)) {
    return { is: 'key' };
  }
  if (replicasOf(form) === null) {
    return { is: 'replicas' };
  }
  return form.pinned ? null : ttlProblem(form.ttl, limits);
}

function ttlProblem(
  ttl: number | string,
  limits: StartContext['limits'],
): FormProblem | null {
  const seconds = ttlSeconds(ttl);
  if (seconds === null) {
    return { is: 'ttl' };
  }
  return seconds < limits.ttlMinSeconds || seconds > limits.ttlMaxSeconds
    ? { is: 'ttl-range' }
    : null;
}

function replicasOf({ replicas }: StartForm): number | null {
  const count = Number(replicas);
  return Number.isInteger(count) && count >= 1 && count <= MAX_REPLICAS
    ? count
    : null;
}

/** The request of a form without problem. */
export function toStartRequest(
  form: StartForm,
  { entityRef, target }: StartContext,
): StartRequest {
  const env = Object.entries(form.env)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value }));
  const replicas = replicasOf(form) ?? 1;
  return {
    entityRef,
    image: composeImage(form.repository, form.imageText) ?? '',
    key: form.key,
    target: target.target,
    cluster: target.cluster,
    namespace: target.namespace,
    ...(form.pinned
      ? { pinned: true }
      : { ttl: isoSeconds(ttlSeconds(form.ttl) ?? 0) }),
    traffic:
      form.mode === 'none'
        ? { mode: 'none' }
        : { mode: form.mode, filter: defaultFilter(form.key, form.header) },
    ...(replicas > 1 ? { replicas } : {}),
    ...(env.length > 0 ? { env } : {}),
    ...(form.reason.trim() ? { reason: form.reason.trim() } : {}),
  };
}

/** The part of the form that a field of the API belongs to. */
export function formPart(
  field: string | null,
):
  | 'image'
  | 'key'
  | 'ttl'
  | 'traffic'
  | 'target'
  | 'replicas'
  | 'env'
  | 'reason'
  | null {
  const root = field?.split(/[.[]/)[0];
  switch (root) {
    case 'image':
    case 'key':
    case 'traffic':
    case 'target':
    case 'reason':
    case 'replicas':
    case 'env':
    case 'ttl':
      return root;
    case 'pinned':
    case 'expiresAt':
      return 'ttl';
    case 'cluster':
    case 'namespace':
      return 'target';
    default:
      return null;
  }
}
