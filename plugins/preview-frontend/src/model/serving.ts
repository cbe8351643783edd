// SPDX-License-Identifier: Apache-2.0
import type {
  PreviewSession,
  Revision,
} from '@preview-environments/backstage-plugin-preview-common';
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
  | 'conditions'
  | 'endedAt'
  | 'image'
  | 'phase'
  | 'pods'
  | 'revision'
  | 'revisions'
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

/** The revision before the wanted one that the pods run. */
function before({ pods, revision, revisions }: Told): Revision | undefined {
  const older = revisions.filter(({ number }) => number < revision);
  const digests = pods.map(({ imageDigest }) => imageDigest);
  return (
    older.findLast(each => each.digests.some(one => digests.includes(one))) ??
    // Between two pods: the last one that ever had a pod.
    older.findLast(each => each.digests.length > 0)
  );
}

/** What serves: the wanted image, unless an update to it failed. */
export function servingOf(session: Told): Serving {
  const old = updateFailed(session) ? before(session) : undefined;
  const { image, digests } = old ?? {
    image: session.image,
    digests: session.revisions.at(-1)?.digests ?? [],
  };
  return {
    image,
    digest: digests.at(-1) ?? null,
    failed: old ? session.image : null,
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
