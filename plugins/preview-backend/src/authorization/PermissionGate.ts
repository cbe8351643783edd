// SPDX-License-Identifier: Apache-2.0
import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  type ConditionTransformer,
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  previewEnvironmentJoinPermission,
  previewSessionCreatePermission,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../database/SessionRecord';
import type { Restrict } from '../database/sessions/sessionFilter';
import type { Caller } from './Caller';
import { previewSessionResourceRef } from './resource';
import {
  type SessionCondition,
  toRestrict,
  toRestrictEvents,
} from './SessionCondition';

type SessionPermission = ResourcePermission<'preview-session'>;

/** What the permission framework says of one permission and one caller. */
export interface SessionDecision {
  /** Whether it holds for this session. */
  allows(session: SessionRecord): boolean;
  /** For lists: absent = all, `none` = nothing. */
  restrict: Restrict | 'none' | undefined;
  /** The same for events of the audit log. */
  restrictEvents: Restrict | 'none' | undefined;
}

/** Asks the permission framework; knows nothing of our own rules. */
export class PermissionGate {
  constructor(
    private readonly permissions: PermissionsService,
    private readonly registry: Pick<
      PermissionsRegistryService,
      'getPermissionRuleset'
    >,
  ) {}

  /** One question to the framework, evaluated here as often as needed. */
  async decide(
    caller: Caller,
    permission: SessionPermission,
  ): Promise<SessionDecision> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials: caller.credentials },
    );
    const ruleset = this.registry.getPermissionRuleset(
      previewSessionResourceRef,
    );
    const authorizer = createConditionAuthorizer(ruleset);
    const transform = createConditionTransformer(ruleset);
    const decided = decision as PolicyDecision;
    return {
      allows: session => authorizer(decided, session),
      restrict: restrictOf(decided, transform, toRestrict),
      restrictEvents: restrictOf(decided, transform, toRestrictEvents),
    };
  }

  /** The two permissions of a start that are not about a session. */
  async forStart(
    caller: Caller,
    entityRef: string,
  ): Promise<{ create: boolean; join: boolean }> {
    const [create, join] = await this.permissions.authorize(
      [
        { permission: previewSessionCreatePermission, resourceRef: entityRef },
        { permission: previewEnvironmentJoinPermission },
      ],
      { credentials: caller.credentials },
    );
    return {
      create: create.result === AuthorizeResult.ALLOW,
      join: join.result === AuthorizeResult.ALLOW,
    };
  }

  /** Whether all of these hold. */
  async allows(
    caller: Caller,
    ...permissions: BasicPermission[]
  ): Promise<boolean> {
    const decisions = await this.permissions.authorize(
      permissions.map(permission => ({ permission })),
      { credentials: caller.credentials },
    );
    return decisions.every(({ result }) => result === AuthorizeResult.ALLOW);
  }
}

function restrictOf(
  decision: PolicyDecision,
  transform: ConditionTransformer<SessionCondition>,
  compile: typeof toRestrict,
): SessionDecision['restrict'] {
  switch (decision.result) {
    case AuthorizeResult.ALLOW:
      return undefined;
    case AuthorizeResult.CONDITIONAL:
      return compile(transform(decision.conditions));
    default:
      return 'none';
  }
}
