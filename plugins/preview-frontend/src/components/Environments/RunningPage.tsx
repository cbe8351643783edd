// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useEnvironments } from '../../hooks/useEnvironments';
import { usePages } from '../../hooks/usePages';
import { writeFilter } from '../../model/previewFilter';
import { useWords } from '../../translation/useWords';
import { LiveItems, Pager } from '../ui';
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
  const live = useEnvironments(filter, mine, pages.cursor);
  const { value, reload } = live;
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
      <EndingToday filter={filter} mine={mine} all={value?.count} />
      <LiveItems
        live={live}
        height={240}
        empty={<NothingFound filter={filter} onFilter={onFilter} />}
      >
        {environments => (
          <div>
            <EnvironmentHeadings />
            <ul className={classes.list} aria-label={t('environments.list')}>
              {environments.map(environment => (
                <EnvironmentRow
                  key={environment.key}
                  environment={environment}
                  open={opened === environment.key}
                  onToggle={() =>
                    setOpened(
                      opened === environment.key ? null : environment.key,
                    )
                  }
                  onChanged={reload}
                />
              ))}
            </ul>
          </div>
        )}
      </LiveItems>
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
