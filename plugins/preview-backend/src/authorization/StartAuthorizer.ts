// SPDX-License-Identifier: Apache-2.0
import {
  previewError,
  previewSessionUpdatePermission,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewConfig } from '../config/types';
import type { EntityReader } from '../sessions/start/EntityReader';
import type { Place, StartGrant } from '../sessions/start/StartGrant';
import type { Caller } from './Caller';
import { type Action, ownObjection, type Subject } from './ownRules';
import type { PermissionGate } from './PermissionGate';
import { entriesObjection } from './subjects/entriesObjection';

interface Options {
  config: PreviewConfig;
  gate: PermissionGate;
  entities: EntityReader;
}

/** Finds out what a caller may do with an entity that is to be previewed. */
export class StartAuthorizer {
  constructor(private readonly options: Options) {}

  /**
   * Refuses nobody who may know of the entity, so that a preflight can tell
   * all.
   *
   * @throws PreviewError `EntityNotFound`; to services with no entry for it
   * `SubjectUnknown`, `SubjectNotAllowed`, `RepositoryNotOfEntity`
   */
  async grantFor(caller: Caller, entityRef: string): Promise<StartGrant> {
    const { config, gate, entities } = this.options;
    // Services learn nothing about entities that are not theirs.
    const stranger =
      caller.principal === 'service'
        ? entriesObjection(caller.entries, entityRef)
        : null;
    if (stranger) {
      throw stranger;
    }
    const [entity, framework, update] = await Promise.all([
      entities.read(caller, entityRef),
      gate.forStart(caller, entityRef),
      gate.decide(caller, previewSessionUpdatePermission),
    ]);
    const own = (
      action: Action,
      rest: Omit<Subject, 'entityRef' | 'ownerRefs'> &
        Partial<Pick<Subject, 'ownerRefs'>>,
    ) =>
      ownObjection(config, caller, action, {
        entityRef: entity.entityRef,
        ownerRefs: entity.ownerRefs,
        ...rest,
      });
    const denied = (isAllowed: boolean) =>
      isAllowed ? null : previewError('PermissionDenied');
    const createObjection = (place: Place) =>
      denied(framework.create) ?? own('start', { ...place, createdBy: null });
    return {
      entity,
      mayJoin: framework.join,
      createObjection,
      updateObjection: present =>
        denied(update.allows(present)) ??
        // A session stays its owner's, whose the entity is by now or besides.
        own('update', { ...present, ownerRefs: [present.ownerRef] }),
      objection: place => {
        const mayUpdate =
          update.restrict !== 'none' &&
          !own('update', { ...place, createdBy: caller.ref });
        return mayUpdate ? null : createObjection(place);
      },
    };
  }
}
