// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewConfig, SubjectConfig } from '../config/types';
import type { Caller } from './Caller';
import { covers, entriesObjection } from './subjects/entriesObjection';

/** Signing off is for people: no entry of the configuration can give it. */
export type Action = SubjectConfig['actions'][number] | 'sign-off';

/** What somebody wants to act on. */
export interface Subject {
  entityRef: string;
  /** Owners of the entity, or of the session. */
  ownerRefs: string[];
  cluster: string;
  namespace: string;
  /** Who started the session, `null` when there is none yet. */
  createdBy: string | null;
}

/** Acts of help that are open to admins; they never run code of theirs. */
const ADMIN_ACTIONS: readonly Action[] = ['read', 'extend', 'stop', 'logs'];

type Rules = Pick<PreviewConfig, 'access' | 'policy'>;

/**
 * The product's own rule, which holds whatever the permission framework says:
 * ownership of the entity, for services an entry in the configuration.
 *
 * @returns why not, or `null`
 */
export function ownObjection(
  config: Rules,
  caller: Caller,
  action: Action,
  subject: Subject,
): PreviewError | null {
  return caller.principal === 'service'
    ? serviceObjection(caller, action, subject)
    : userObjection(config, caller, action, subject);
}

function userObjection(
  config: Rules,
  caller: Caller,
  action: Action,
  subject: Subject,
): PreviewError | null {
  if (action === 'sign-off' && config.policy.signOff === 'readers') {
    return null;
  }
  const owns = subject.ownerRefs.some(ref =>
    caller.ownershipRefs.includes(ref),
  );
  const helps = caller.isAdmin && ADMIN_ACTIONS.includes(action);
  const isTheirs =
    subject.createdBy === null || subject.createdBy === caller.ref;
  const open =
    config.policy.start === 'readers' && isTheirs && action !== 'sign-off';
  return action === 'read' || owns || helps || open
    ? null
    : previewError('NotEntityOwner', {
        message: `Only ${subject.ownerRefs.join(' and ')} may do this.`,
        rule:
          action === 'sign-off'
            ? 'preview.policy.signOff'
            : 'preview.policy.start',
      });
}

function serviceObjection(
  { entries }: Caller,
  action: Action,
  subject: Subject,
): PreviewError | null {
  return action === 'sign-off'
    ? previewError('PersonRequired')
    : entriesObjection(
        entries,
        subject.entityRef,
        ({ actions, namespaces, clusters }) =>
          actions.includes(action) &&
          covers(namespaces, subject.namespace) &&
          covers(clusters, subject.cluster),
      );
}
