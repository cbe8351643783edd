// SPDX-License-Identifier: Apache-2.0
import {
  type AuditBundleQuery,
  type AuditConsistency,
  type AuditErasure,
  type AuditErasureRequest,
  type AuditState,
  previewAuditErasePermission,
  previewAuditExportPermission,
  previewAuditReadPermission,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { recordEvent } from '../audit/recordEvent';
import { auditFilterOf } from '../sessions/queries/auditFilter';
import type { SessionContext } from '../sessions/SessionContext';
import { erasePerson } from '../transparency/retention/erasePerson';
import type { TransparencyLog } from '../transparency/TransparencyLog';
import type { Attempts } from './Attempts';
import type { Caller } from './Caller';
import type { PermissionGate } from './PermissionGate';
import type { SessionGuard } from './SessionGuard';

interface Parts {
  context: Pick<SessionContext, 'knex' | 'clock' | 'random'>;
  log: TransparencyLog;
  gate: PermissionGate;
  guard: SessionGuard;
  attempts: Attempts;
}

const READ = [previewAuditReadPermission];
const EXPORT = [...READ, previewAuditExportPermission];
const ERASE = [...READ, previewAuditErasePermission];

/** The transparency log behind its authorisation. */
export class AuthorizedTransparencyService {
  constructor(private readonly parts: Parts) {}

  state(caller: Caller): Promise<AuditState> {
    return this.permitted(caller, 'audit', READ, () => this.parts.log.state());
  }

  checkpoint(caller: Caller): Promise<string> {
    return this.permitted(caller, 'audit', READ, () =>
      this.parts.log.checkpoint(),
    );
  }

  tile(caller: Caller, level: string, path: string): Promise<Buffer> {
    return this.permitted(caller, 'audit', READ, () =>
      this.parts.log.tile(level, path),
    );
  }

  proof(caller: Caller, eventId: string): Promise<string> {
    return this.permitted(caller, 'audit', READ, async () => {
      const visible = await this.parts.guard.visibleEvents(caller);
      if (visible === 'none') {
        throw previewError('AuditEventNotFound');
      }
      return this.parts.log.proof(eventId, visible);
    });
  }

  consistency(
    caller: Caller,
    from: number,
    to?: number,
  ): Promise<AuditConsistency> {
    return this.permitted(caller, 'audit', READ, () =>
      this.parts.log.consistency(from, to),
    );
  }

  /** That it was handed out is recorded first. */
  bundle(
    caller: Caller,
    query: AuditBundleQuery,
  ): Promise<AsyncIterable<string>> {
    return this.permitted(caller, 'export', EXPORT, async () => {
      const { since = [], ...asked } = query;
      const visible = await this.parts.guard.visibleEvents(caller);
      const filter = auditFilterOf(asked);
      const narrowed = Object.keys(asked).length > 0;
      const restrict =
        visible === 'none'
          ? (rows: { whereRaw(sql: string): unknown }) => {
              rows.whereRaw('1 = 0');
            }
          : visible;
      const part = narrowed || restrict ? { filter, restrict } : null;
      const chunks = await this.parts.log.bundle({
        ...{ asked: { ...asked }, since, part },
      });
      await this.noteBundle(caller, part === null, asked);
      return chunks;
    });
  }

  /** Only admins, and only people: what is gone cannot be brought back. */
  erase(caller: Caller, request: AuditErasureRequest): Promise<AuditErasure> {
    return this.permitted(caller, 'erase', ERASE, async () => {
      const { context } = this.parts;
      if (!caller.isAdmin) {
        throw previewError('PermissionDenied', {
          rule: 'preview.access.admins',
        });
      }
      const person = readPerson(request.person);
      const { knex, clock, random } = context;
      const erased = await erasePerson(knex, person, {
        ...{ id: random.uuid(), at: clock.now(), reason: request.reason },
        ...{ actor: caller.ref, via: caller.via, requestId: caller.requestId },
      });
      return { erased };
    });
  }

  private noteBundle(caller: Caller, whole: boolean, asked: object) {
    const { knex, clock, random } = this.parts.context;
    return knex.transaction(trx =>
      recordEvent(trx, {
        identity: ['audit.exported', random.uuid(), 'bundle'],
        action: 'audit.exported',
        at: clock.now(),
        ...{ actor: caller.ref, via: caller.via, requestId: caller.requestId },
        reason: `Evidence bundle, ${
          whole ? 'the whole log' : JSON.stringify(asked)
        }`,
      }),
    );
  }

  private permitted<T>(
    caller: Caller,
    what: string,
    permissions: BasicPermission[],
    work: () => Promise<T>,
  ): Promise<T> {
    const { attempts, gate } = this.parts;
    return attempts.run(caller, { what }, async () => {
      if (!(await gate.allows(caller, ...permissions))) {
        throw previewError('PermissionDenied');
      }
      return work();
    });
  }
}

function readPerson(text: string): string {
  try {
    const defaults = { defaultKind: 'user', defaultNamespace: 'default' };
    const parts = parseEntityRef(text, defaults);
    if (parts.kind.toLowerCase() === 'user') {
      return stringifyEntityRef(parts);
    }
  } catch {
    // Told below.
  }
  throw previewError('InvalidEntityRef', {
    message: 'This is not a reference of a user.',
    field: 'person',
  });
}
