// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useEnvironments } from '../../hooks/useEnvironments';
import { usePages } from '../../hooks/usePages';
import { writeFilter } from '../../model/previewFilter';
import { useWords } from '../../translation/useWords';
import { ErrorPanel, Loading, Pager } from '../ui';
import { EnvironmentFilters } from './EnvironmentFilters';
import { EnvironmentHeadings } from './EnvironmentHeader';
import { EndingToday } from './EndingToday';
import { EnvironmentRow } from './EnvironmentRow';
import { NothingFound } from './NothingFound';
import type { FilteredProps } from './types';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, minWidth: 0 },
});

/** Running previews by key. */
export function RunningPage({ filter, mine, onFilter }: FilteredProps) {
  const t = useWords();
  const classes = useStyles();
  const pages = usePages(writeFilter(filter).toString());
  const { value, error, reload } = useEnvironments(filter, mine, pages.cursor);
  const [opened, setOpened] = useState<string | null>(null);
  const clusters = [
    ...new Set(
      value?.items.flatMap(({ sessions }) =>
        sessions.map(({ cluster }) => cluster),
      ),
    ),
  ].sort();
  return (
    <>
      <EnvironmentFilters
        filter={filter}
        clusters={clusters}
        onChange={onFilter}
      />
      {error !== undefined && <ErrorPanel error={error} onRetry={reload} />}
      {!value && error === undefined && <Loading height={240} />}
      {value?.items.length === 0 && (
        <NothingFound filter={filter} onFilter={onFilter} />
      )}
      {value && value.items.length > 0 && (
        <div>
          <EndingToday filter={filter} mine={mine} all={value.count} />
          <EnvironmentHeadings />
          <ul className={classes.list} aria-label={t('environments.list')}>
            {value.items.map(environment => (
              <EnvironmentRow
                key={environment.key}
                environment={environment}
                open={opened === environment.key}
                onToggle={() =>
                  setOpened(opened === environment.key ? null : environment.key)
                }
                onChanged={reload}
              />
            ))}
          </ul>
        </div>
      )}
      {value && (
        <Pager
          label={t('environments.list')}
          pages={pages}
          nextCursor={value.nextCursor}
          count={value.count ?? null}
        />
      )}
    </>
  );
}
