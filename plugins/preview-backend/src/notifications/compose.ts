// SPDX-License-Identifier: Apache-2.0
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { EndReason } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../database/SessionRecord';
import type { Notice } from './Notice';
import { textOf } from './texts';

type Severity = NotificationSendOptions['payload']['severity'];

const URGENT = 15 * 60_000;
const A_DAY = 24 * 3_600_000;

/** Ends that take their people by surprise. */
const NOBODY_WANTED: EndReason[] = [
  'deleted-in-cluster',
  'entity-removed',
  'target-gone',
];

interface Due {
  id: string;
  notice: Notice;
  actor: string | null;
}

/**
 * The notification for a notice: to who started the preview and the team that
 * owns the service, never to who did it.
 *
 * @param page - path of the Previews page in the portal
 * @returns `null` when there is nobody to tell
 */
export function compose(
  { id, notice, actor }: Due,
  session: SessionRecord,
  page: string,
  now: number,
): NotificationSendOptions | null {
  const recipients = recipientsOf(notice, session).filter(ref => ref !== actor);
  if (recipients.length === 0) {
    return null;
  }
  const extend = notice.kind === 'expiring' ? '?action=extend' : '';
  return {
    recipients: {
      type: 'entity',
      entityRef: recipients,
      ...(actor !== null && isPerson(actor) && { excludeEntityRef: actor }),
    },
    payload: {
      ...textOf(notice, session, actor, now),
      link: `${page}/sessions/${session.id}${extend}`,
      severity: severityOf(notice),
      topic: `preview-${notice.kind}`,
      scope: id,
      metadata: {
        session: session.id,
        key: session.key,
        entityRef: session.entityRef,
      },
    },
  };
}

function recipientsOf(notice: Notice, session: SessionRecord): string[] {
  if (notice.kind === 'joined') {
    return [notice.ownerRef];
  }
  const starters = [session.createdBy, session.claimedActor].filter(
    (ref): ref is string => ref !== null && isPerson(ref),
  );
  return [...new Set([...starters, session.ownerRef])];
}

/** Services have no bell; a claimed name may be anything. */
function isPerson(ref: string): boolean {
  return /^user:[^:/]+\/[^:/]+$/.test(ref);
}

function severityOf(notice: Notice): Severity {
  switch (notice.kind) {
    case 'failed':
    case 'update-failed':
      return 'high';
    case 'stopped':
      return NOBODY_WANTED.includes(notice.endReason) ? 'high' : 'normal';
    case 'expiring':
      if (notice.lead <= URGENT) {
        return 'high';
      }
      return notice.lead < A_DAY ? 'normal' : 'low';
    default:
      return 'normal';
  }
}
