// SPDX-License-Identifier: Apache-2.0
import type {
  PreviewSession,
  SignOff,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewConfig } from '../../config/types';
import type { History } from '../../database/history/listHistory';
import type { StepRecord } from '../../database/history/StepRecord';
import type { SessionRecord } from '../../database/SessionRecord';
import type { SignOffRecord } from '../../database/signOffs/SignOffRecord';
import { renderLinks } from '../../links/renderLinks';
import { accessOf } from './accessOf';
import { toInputs } from './toInputs';

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null =>
  at === null ? null : iso(at);

type ViewConfig = Pick<PreviewConfig, 'links' | 'runbooksUrl'>;

/** Rows as the API shows them: absent values are `null`, never left out. */
export function toView(
  session: SessionRecord,
  history: History & { steps: StepRecord[] },
  config: ViewConfig,
  now: number,
): PreviewSession {
  return {
    id: session.id,
    key: session.key,
    entityRef: session.entityRef,
    ownerRef: session.ownerRef,
    cluster: session.cluster,
    namespace: session.namespace,
    target: session.target,
    driver: session.driver,
    image: session.image,
    revision: session.revision,
    // What is on its way out answers nobody who asks from now on.
    servingRevision:
      session.desiredState === 'running' ? session.servingRevision : null,
    generation: session.generation,
    replicas: session.replicas,
    env: session.env,
    inputs: toInputs(session.inputs),
    labelMode: session.labelMode,
    desired: {
      state: session.desiredState,
      by: session.desiredBy,
      reason: session.desiredReason,
      at: iso(session.desiredAt),
    },
    phase: session.phase,
    conditions: session.conditions,
    readOnly: session.origin === 'elsewhere',
    failure: session.failure && {
      ...session.failure,
      runbook: `${config.runbooksUrl}/${session.failure.code}`,
    },
    steps: history.steps
      .filter(({ revision }) => revision === session.revision)
      .map(({ name, at, status, message }) => ({
        name,
        at: isoOrNull(at),
        status,
        message,
      })),
    traffic: session.traffic,
    differences: session.differences,
    createdBy: session.createdBy,
    claimedActor: session.claimedActor,
    via: session.via,
    createdAt: iso(session.createdAt),
    readyAt: isoOrNull(session.readyAt),
    expiresAt: isoOrNull(session.expiresAt),
    pinned: session.pinned,
    keepUntil: isoOrNull(session.keepUntil),
    backstop: {
      at: isoOrNull(session.backstopObservedAt),
      state: session.backstopState,
    },
    endedAt: isoOrNull(session.endedAt),
    endReason: session.endReason,
    revisions: history.revisions.map(({ number, image, digests, at, by }) => ({
      number,
      image,
      digests,
      at: iso(at),
      by,
    })),
    signOffs: history.signOffs.map(toSignOff),
    pods: session.pods,
    access: accessOf(session),
    links: linksOf(session, config, now),
  };
}

function toSignOff({
  sessionId: _,
  at,
  voidAt,
  voidWhy,
  ...said
}: SignOffRecord): SignOff {
  const isVoid = voidAt !== null && voidWhy !== null;
  return {
    ...said,
    at: iso(at),
    void: isVoid ? { at: iso(voidAt), why: voidWhy } : null,
  };
}

/** The window of a link ends with the preview, until then at present. */
function linksOf(session: SessionRecord, { links }: ViewConfig, now: number) {
  return renderLinks(links, session.entityLinks, {
    session: session.id,
    key: session.key,
    entity: session.entityRef,
    cluster: session.cluster,
    namespace: session.namespace,
    target: session.target,
    image: session.image,
    pod: session.pods.at(-1)?.name ?? null,
    from: session.createdAt,
    to: session.endedAt ?? now,
  });
}
