// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { shortImage } from './image';

/** The image that answers, and the one that was to replace it but failed. */
export interface Serving {
  /** As it was asked for. */
  image: string;
  /** As a pod really runs it, `null` while no pod told it. */
  digest: string | null;
  /** The image of an update that failed, `null` where none did. */
  failed: string | null;
}

type Told = Pick<
  PreviewSession,
  'conditions' | 'endedAt' | 'image' | 'phase' | 'revisions' | 'servingRevision'
>;

function updateFailed({ conditions, endedAt, phase }: Told): boolean {
  return (
    endedAt === null &&
    (phase === 'ready' || phase === 'degraded') &&
    conditions.some(
      ({ type, status }) => type === 'UpdateFailed' && status === 'True',
    )
  );
}

/** What serves: the wanted image, unless an update to it failed. */
export function servingOf(session: Told): Serving {
  const { image, revisions, servingRevision } = session;
  const old = updateFailed(session)
    ? revisions.find(({ number }) => number === servingRevision)
    : undefined;
  const digests = (old ?? revisions.at(-1))?.digests ?? [];
  return {
    image: old?.image ?? image,
    digest: digests.at(-1) ?? null,
    failed: old ? image : null,
  };
}

/** Tag and short digest, for people; an image by digest names that alone. */
export function servingLabel({ image, digest }: Serving): string {
  const label = shortImage(image);
  return digest === null || label.startsWith('sha256:')
    ? label
    : `${label} · ${digest.replace(/^sha256:/, '').slice(0, 7)}`;
}

/** What goes on serving although an update failed, for people, or `null`. */
export function stillServing(session: Told): string | null {
  const serving = servingOf(session);
  return session.phase === 'ready' && serving.failed !== null
    ? shortImage(serving.image)
    : null;
}
