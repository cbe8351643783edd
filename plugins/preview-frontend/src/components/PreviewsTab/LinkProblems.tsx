// SPDX-License-Identifier: Apache-2.0
import type { LinkProblem } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { Note } from '../ui';

/** Links that people do not get to see, for the admins who can mend them. */
export function LinkProblems({ problems }: { problems: LinkProblem[] }) {
  const t = useWords();
  return (
    <>
      {problems.map(({ source, title, problem }) => (
        <Note key={`${source} ${title}`} tone="warning">
          {t('tab.brokenLink', { source, title, problem })}
        </Note>
      ))}
    </>
  );
}
