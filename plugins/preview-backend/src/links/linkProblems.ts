// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { LinkProblem } from '@preview-environments/backstage-plugin-preview-common';
import type { LinkTemplate } from '../config/types';
import { templateProblem } from './template';

/**
 * Templates that will never become a link, for those who can mend them.
 *
 * @param source - where they stand: `preview.links`, or an entity ref
 */
export function linkProblems(
  source: string,
  templates: LinkTemplate[],
): LinkProblem[] {
  return templates.flatMap(({ title, url }) => {
    const problem = templateProblem(url);
    return problem === null ? [] : [{ source, title, url, problem }];
  });
}

/** Tells those who read the log of the portal. */
export function logLinkProblems(
  logger: LoggerService,
  source: string,
  templates: LinkTemplate[],
): void {
  for (const { title, problem } of linkProblems(source, templates)) {
    logger.warn(`The link ${title} of ${source} is left out: ${problem}`);
  }
}
