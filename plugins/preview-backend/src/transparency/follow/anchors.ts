// SPDX-License-Identifier: Apache-2.0
import type { AuditorService } from '@backstage/backend-plugin-api';
import { open } from 'node:fs/promises';
import type { AnchorConfig } from '../../config/auditSchema';
import type { Anchor } from './Anchor';

const WEBHOOK_TIMEOUT = 10_000;

/** A line of Backstage's auditor, which companies collect elsewhere. */
export function logAnchor(auditor: AuditorService): Anchor {
  return {
    name: 'log',
    async keep(checkpoint, size) {
      const event = await auditor.createEvent({
        eventId: 'audit-checkpoint',
        severityLevel: 'medium',
        meta: { checkpoint, size },
      });
      await event.success();
    },
  };
}

/** A file that grows: one checkpoint after the other. */
export function fileAnchor(path: string): Anchor {
  return {
    name: 'file',
    async keep(checkpoint) {
      try {
        const file = await open(path, 'a');
        try {
          await file.appendFile(`${checkpoint}\n`);
          await file.sync();
        } finally {
          await file.close();
        }
      } catch (error) {
        const { code } = error as { code?: string };
        throw new Error(`The file could not be written: ${code ?? 'error'}`);
      }
    },
  };
}

/** A `POST` of the checkpoint, as text; every 2xx counts as kept. */
export function webhookAnchor({
  url,
  token,
}: {
  url: string;
  token: string | null;
}): Anchor {
  return {
    name: 'webhook',
    async keep(checkpoint) {
      const answer = await post(url, token, checkpoint);
      if (!answer.ok) {
        throw new Error(`The webhook answered ${answer.status}`);
      }
    },
  };
}

async function post(url: string, token: string | null, body: string) {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body,
      signal: AbortSignal.timeout(WEBHOOK_TIMEOUT),
    });
    await answer.body?.cancel();
    return answer;
  } catch {
    throw new Error('The webhook could not be reached');
  }
}

/** Those that are configured. */
export function anchorsOf(
  { log, file, webhook }: AnchorConfig,
  auditor: AuditorService,
): Anchor[] {
  return [
    ...(log ? [logAnchor(auditor)] : []),
    ...(file === null ? [] : [fileAnchor(file)]),
    ...(webhook === null ? [] : [webhookAnchor(webhook)]),
  ];
}
