// SPDX-License-Identifier: Apache-2.0
import {
  type Check,
  describeDuration,
} from '@preview-environments/backstage-plugin-preview-common';
import { isDeepStrictEqual } from 'node:util';
import type { SessionRecord } from '../../database/SessionRecord';
import { passed } from '../../policy/evaluate';
import { stoppedByPerson } from '../commands/stoppedByPerson';
import { endOf } from '../commands/update';
import { isGivenUp } from '../isGivenUp';
import type { StartPlan } from '../start/planStart';

/** What a start may change besides image and end, in people's words. */
const SETTINGS = {
  traffic: 'traffic',
  env: 'variables',
  inputs: 'further settings',
  labelMode: 'label mode',
  replicas: 'replicas',
} as const;

/**
 * What a start would make of the session that its key has, in plain words;
 * nothing where it has none. A warning, since somebody may not know of it.
 *
 * @param last - the active session, else the last one that ended
 */
export function existsCheck(
  plan: StartPlan,
  last: SessionRecord | undefined,
): Check[] {
  const said = last && sentence(plan, last);
  return said ? [{ ...passed('exists', said), status: 'warning' }] : [];
}

function sentence(plan: StartPlan, last: SessionRecord): string | null {
  const { caller, parsed, now } = plan;
  if (stoppedByPerson(last, caller, parsed.resume, now)) {
    return `${last.key} was stopped by ${last.desiredBy}; a start leaves it so, unless a person resumes it.`;
  }
  if (last.endedAt !== null) {
    return null;
  }
  const changes = changesOf(plan, last);
  if (last.desiredState === 'stopped') {
    return withChanges(
      `${last.key} is being stopped; a start resumes it`,
      changes,
    );
  }
  if (last.phase === 'failed') {
    return withChanges(
      `${last.key} has failed; a start tries it again`,
      changes,
    );
  }
  if (isGivenUp(last)) {
    return withChanges(
      `The last update of ${last.key} failed; a start tries it again`,
      changes,
    );
  }
  return changes.length > 0
    ? withChanges(`${last.key} runs already; a start updates it`, changes)
    : `${last.key} runs already just so; a start changes nothing.`;
}

function withChanges(what: string, changes: string[]): string {
  return changes.length > 0 ? `${what}: ${changes.join(', ')}.` : `${what}.`;
}

function changesOf(plan: StartPlan, last: SessionRecord): string[] {
  const { wish, now } = plan;
  const { expiresAt = last.expiresAt } = endOf(plan, last);
  const settings = (Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]).filter(
    field => !isDeepStrictEqual(wish[field], last[field]),
  );
  return [
    ...(wish.image === last.image
      ? []
      : [`image ${last.image} → ${wish.image}`]),
    ...(expiresAt === last.expiresAt
      ? []
      : [`end ${whenOf(last.expiresAt, now)} → ${whenOf(expiresAt, now)}`]),
    ...settings.map(field => SETTINGS[field]),
  ];
}

function whenOf(expiresAt: number | null, now: number): string {
  return expiresAt === null
    ? 'never'
    : `in ${describeDuration(Math.max(0, expiresAt - now))}`;
}
