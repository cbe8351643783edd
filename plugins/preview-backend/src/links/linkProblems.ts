// SPDX-License-Identifier: Apache-2.0
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
