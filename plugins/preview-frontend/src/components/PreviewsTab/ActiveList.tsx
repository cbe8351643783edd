// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { useHeld } from '../../hooks/useHeld';
import { useWords } from '../../translation/useWords';
import type { ActionProps } from '../ActionBar/types';
import { PreviewRow } from '../PreviewRow/PreviewRow';
import { HoldContext } from '../ui';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1),
    minWidth: 0,
  },
}));

type RowProps = Pick<ActionProps, 'name' | 'options' | 'onChanged'> & {
  session: PreviewSession;
  defaultOpen: boolean;
};

/** A preview; one that is over stays while somebody writes in its dialog. */
function Row(
  props: RowProps & {
    left: boolean;
    hold: (session: PreviewSession) => () => void;
  },
) {
  const { session, left, hold, ...rest } = props;
  const keep = useCallback(() => hold(session), [hold, session]);
  return (
    <HoldContext.Provider value={keep}>
      <PreviewRow
        {...rest}
        session={left ? { ...session, phase: 'stopping' } : session}
      />
    </HoldContext.Provider>
  );
}

/** The running previews, or a word on how to get one. */
export function ActiveList(props: {
  name: string;
  sessions: PreviewSession[];
  options: EntityOptions | undefined;
  /** Previews that were started here just now: they are of interest. */
  openIds: ReadonlySet<string>;
  onChanged: (session: PreviewSession) => void;
}) {
  const t = useWords();
  const classes = useStyles();
  const { name, sessions, options, openIds, onChanged } = props;
  const { shown, hold } = useHeld(sessions);
  if (shown.length === 0) {
    return (
      <Typography variant="body1">
        {t(options?.mayStart ? 'tab.empty' : 'tab.emptyReader', { name })}
      </Typography>
    );
  }
  return (
    <ul className={classes.list} aria-label={t('tab.active', { name })}>
      {shown.map(({ item, left }) => (
        <Row
          key={item.id}
          session={item}
          left={left}
          hold={hold}
          name={name}
          options={options}
          onChanged={onChanged}
          defaultOpen={sessions.length === 1 || openIds.has(item.id)}
        />
      ))}
    </ul>
  );
}
