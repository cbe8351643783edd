// SPDX-License-Identifier: Apache-2.0
import {
  type EntityOptions,
  type PreviewError,
  previewError,
  previewSessionExtendPermission,
  previewSessionLogsPermission,
  previewSessionReadPermission,
  previewSessionSignOffPermission,
  previewSessionStopPermission,
  previewSessionUpdatePermission,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewConfig } from '../config/types';
import type { SessionRecord } from '../database/SessionRecord';
import type { Restrict } from '../database/sessions/sessionFilter';
import type { EntityFacts } from '../sessions/start/EntityReader';
import type { Place } from '../sessions/start/StartGrant';
import type { Caller } from './Caller';
import { type Action, ownObjection } from './ownRules';
import type { PermissionGate } from './PermissionGate';
import { restrictToEntries } from './restrictToEntries';

export type SessionAction = Exclude<Action, 'start'>;

const PERMISSIONS = {
  read: previewSessionReadPermission,
  update: previewSessionUpdatePermission,
  extend: previewSessionExtendPermission,
  stop: previewSessionStopPermission,
  logs: previewSessionLogsPermission,
  'sign-off': previewSessionSignOffPermission,
} as const;

/** Says what a caller may do with present sessions. */
export class SessionGuard {
  constructor(
    private readonly config: PreviewConfig,
    private readonly gate: PermissionGate,
  ) {}

  /** Both sides asked once; the answer holds for any number of sessions. */
  async judge(
    caller: Caller,
    action: SessionAction,
  ): Promise<(session: SessionRecord) => PreviewError | null> {
    const decision = await this.gate.decide(caller, PERMISSIONS[action]);
    return session =>
      decision.allows(session)
        ? ownObjection(this.config, caller, action, {
            ...session,
            ownerRefs: [session.ownerRef],
          })
        : previewError('PermissionDenied');
  }

  /**
   * @throws PreviewError `SessionNotFound` when it may not even be seen, else
   * why the action is refused
   */
  async check(
    caller: Caller,
    session: SessionRecord,
    actions: SessionAction[],
  ): Promise<void> {
    this.refuseUnknown(caller);
    const [seen, ...wanted] = await Promise.all(
      (['read', ...actions] as SessionAction[]).map(action =>
        this.judge(caller, action),
      ),
    );
    if (seen(session)) {
      throw previewError('SessionNotFound', { field: 'id' });
    }
    for (const judge of wanted) {
      const objection = judge(session);
      if (objection) {
        throw objection;
      }
    }
  }

  /** What our own rules let the caller do with previews of an entity. */
  mayOn(
    caller: Caller,
    { entityRef, ownerRefs }: Pick<EntityFacts, 'entityRef' | 'ownerRefs'>,
    place: Place,
  ): EntityOptions['may'] {
    const may = (action: SessionAction) =>
      ownObjection(this.config, caller, action, {
        entityRef,
        ownerRefs,
        ...place,
        createdBy: caller.ref,
      }) === null;
    return {
      update: may('update'),
      extend: may('extend'),
      stop: may('stop'),
      logs: may('logs'),
      signOff: may('sign-off'),
    };
  }

  /** What lists may show; `none` = nothing at all. */
  async visible(caller: Caller): Promise<Restrict | 'none' | undefined> {
    this.refuseUnknown(caller);
    const { restrict } = await this.gate.decide(caller, PERMISSIONS.read);
    if (restrict === 'none' || caller.principal === 'user') {
      return restrict;
    }
    return query => {
      query.where(inner => restrictToEntries(inner, caller.entries));
      if (restrict) {
        query.where(inner => restrict(inner));
      }
    };
  }

  /** What the audit log may show: nothing of previews that may not be seen. */
  async visibleEvents(caller: Caller): Promise<Restrict | 'none' | undefined> {
    this.refuseUnknown(caller);
    if (caller.principal === 'user') {
      const decision = await this.gate.decide(caller, PERMISSIONS.read);
      return decision.restrictEvents;
    }
    // Events are not kept by namespace: entries for single ones do not count.
    const entries = caller.entries.filter(({ namespaces }) =>
      namespaces.includes('*'),
    );
    return query => restrictToEntries(query, entries);
  }

  private refuseUnknown(caller: Caller): void {
    if (caller.principal === 'service' && caller.entries.length === 0) {
      throw previewError('SubjectUnknown', { rule: 'preview.access.subjects' });
    }
  }
}
