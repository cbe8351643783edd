// SPDX-License-Identifier: Apache-2.0
import { parseEntityRef } from '@backstage/catalog-model';
import {
  describeDuration,
  formatFilter,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../database/SessionRecord';
import type { Notice } from './Notice';

/** What a notification says. */
export interface Text {
  title: string;
  description: string;
}

const MINUTE = 60_000;

/** Title and one or two sentences, in plain English. */
export function textOf(
  notice: Notice,
  session: SessionRecord,
  actor: string | null,
  now: number,
): Text {
  const service = nameOf(session.entityRef);
  const preview = `${session.key} of ${service}`;
  switch (notice.kind) {
    case 'ready':
      return {
        title: `Preview ${preview} is ready`,
        description: `It runs ${shortImage(notice.image)}. ${reached(session)}`,
      };
    case 'failed':
      return {
        title: `Preview ${preview} failed`,
        description: notice.message,
      };
    case 'update-failed':
      return {
        title: `Update of preview ${preview} failed`,
        description: `${notice.message} The former image serves on.`,
      };
    case 'stopped':
      return {
        title: stoppedTitle(notice, preview, actor),
        description:
          notice.reason ??
          'Requests with its key go to the stable version again.',
      };
    case 'expiring':
      return {
        title: `Preview ${preview} ends in ${inWords(notice.expiresAt - now)}`,
        description: 'Extend it if you still need it.',
      };
    case 'joined':
    default:
      return {
        title: `${service} joined your environment ${session.key}`,
        description: `${nameOf(
          session.createdBy,
        )} started a preview of it under a key of your team.`,
      };
  }
}

function stoppedTitle(
  { endReason }: Extract<Notice, { kind: 'stopped' }>,
  preview: string,
  actor: string | null,
): string {
  if (endReason === 'deleted-in-cluster') {
    return `Preview ${preview} was removed in the cluster`;
  }
  return actor === null
    ? `Preview ${preview} was stopped`
    : `${nameOf(actor)} stopped preview ${preview}`;
}

function reached({ traffic, key }: SessionRecord): string {
  const { mode, filter } = traffic;
  if (mode === 'none') {
    return 'No requests are routed to it.';
  }
  return filter
    ? `Requests with ${formatFilter(filter, key)} reach it.`
    : 'It gets copies of all requests.';
}

/** The last part of an image, as people say it. */
function shortImage(image: string): string {
  return image.slice(image.lastIndexOf('/') + 1);
}

/** Name of an entity; a service's subject as it is. */
function nameOf(ref: string): string {
  return ref.startsWith('external:') ? ref : parseEntityRef(ref).name;
}

/** In minutes begun, below two minutes to the second. */
function inWords(millis: number): string {
  return describeDuration(
    millis < 2 * MINUTE ? millis : Math.ceil(millis / MINUTE) * MINUTE,
  );
}
