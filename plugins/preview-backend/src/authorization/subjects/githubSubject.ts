// SPDX-License-Identifier: Apache-2.0
import type { GithubSubjectConfig } from '../../config/types';

/** Who a workflow of GitHub Actions is, from the `sub` of its OIDC token. */
export interface GithubSubject {
  /** `OWNER/NAME` in lower case, as GitHub compares names. */
  repository: string;
  owner: string;
  /** Number of the owner that is never given again, where the token has it. */
  ownerId: string | null;
  /** `pull_request`, `ref:refs/heads/main`, `environment:staging`, … */
  context: string;
}

const NAME = '[A-Za-z0-9_.-]+';
/** Names alone, or both with the numbers that GitHub adds since 2026. */
const SUBJECT = new RegExp(
  `^repo:(?:(${NAME})/(${NAME})|(${NAME})@(\\d+)/(${NAME})@\\d+):(\\S+)$`,
);

/**
 * Reads a subject as Backstage reports it, `external:PREFIX:repo:…`.
 *
 * @returns `null` for everything that is not exactly of this form
 */
export function parseGithubSubject(
  subject: string,
  subjectPrefix: string,
): GithubSubject | null {
  const start = `external:${subjectPrefix}:`;
  const found = subject.startsWith(start)
    ? SUBJECT.exec(subject.slice(start.length))
    : null;
  if (!found) {
    return null;
  }
  const [, plainOwner, plainName, owner, ownerId, name, context] = found;
  const ownerName = (plainOwner ?? owner).toLowerCase();
  return {
    repository: `${ownerName}/${(plainName ?? name).toLowerCase()}`,
    owner: ownerName,
    ownerId: ownerId ?? null,
    context,
  };
}

/** Whether an entry of the configuration means this workflow. */
export function isMeant(
  { owners, contexts }: GithubSubjectConfig,
  subject: GithubSubject,
): boolean {
  return (
    owners.some(owner => isOwner(owner, subject)) &&
    contexts.some(pattern => fits(pattern, subject.context))
  );
}

function isOwner(wanted: string, { owner, ownerId }: GithubSubject): boolean {
  const [name, id] = wanted.split('@');
  return name.toLowerCase() === owner && (id === undefined || id === ownerId);
}

/** `*` stands for the rest of one part: never for a further claim. */
function fits(pattern: string, context: string): boolean {
  if (!pattern.endsWith('*')) {
    return pattern === context;
  }
  const start = pattern.slice(0, -1);
  const rest = context.slice(start.length);
  return context.startsWith(start) && /^[^:]+$/.test(rest);
}
