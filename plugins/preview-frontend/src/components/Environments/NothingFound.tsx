// SPDX-License-Identifier: Apache-2.0
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  ALL_TEAMS,
  DEFAULT_FILTER,
  MY_TEAMS,
  isNarrowed,
} from '../../model/previewFilter';
import { useWords } from '../../translation/useWords';
import type { FilteredProps } from './types';

/** Says why a list is empty, and the next place to look. */
export function NothingFound({
  filter,
  onFilter,
}: Pick<FilteredProps, 'filter' | 'onFilter'>) {
  const t = useWords();
  const narrowed = isNarrowed(filter);
  const ofMine = filter.team === MY_TEAMS;
  const word = () => {
    if (narrowed) return t('environments.noMatch');
    if (filter.state === 'ended') return t('environments.noneEnded');
    return t(ofMine ? 'environments.noneOfMine' : 'environments.none');
  };
  return (
    <div>
      <Typography variant="body1" gutterBottom>
        {word()}
      </Typography>
      {narrowed && (
        <Button
          variant="outlined"
          style={{ marginRight: 8 }}
          onClick={() => onFilter({ ...DEFAULT_FILTER, team: filter.team })}
        >
          {t('filter.clear')}
        </Button>
      )}
      {ofMine && (
        <Button
          variant="outlined"
          onClick={() => onFilter({ team: ALL_TEAMS })}
        >
          {t('filter.showAllTeams')}
        </Button>
      )}
    </div>
  );
}
