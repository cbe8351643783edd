// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useActiveSessions } from '../../hooks/useEntitySessions';
import { useEntityOptions } from '../../hooks/useEntityOptions';
import { upsert } from '../../model/order';
import { withOneMore } from '../../model/summary';
import { saysTheSame } from '../../model/refusal';
import { useMayStart } from '../../hooks/useMayStart';
import { useWords } from '../../translation/useWords';
import { StartDialog } from '../StartDialog/StartDialog';
import { ErrorPanel, Loading } from '../ui';
import { ActiveList } from './ActiveList';
import { EndedList } from './EndedList';
import { LinkProblems } from './LinkProblems';
import { OptionsProblem } from './OptionsProblem';
import { StartHindrance, isStartable } from './StartHindrance';
import { SummaryLine } from './SummaryLine';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    minHeight: 48,
  },
}));

/** All previews of one service and the way to start one. */
export function PreviewsPanel(props: { entityRef: string; name: string }) {
  const { entityRef, name } = props;
  const t = useWords();
  const classes = useStyles();
  const active = useActiveSessions(entityRef);
  const {
    value: options,
    error: optionsError,
    reload,
    patch: patchOptions,
  } = useEntityOptions(entityRef, active.value);
  const permitted = useMayStart(entityRef);
  const [starting, setStarting] = useState(false);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const put = (session: PreviewSession) =>
    active.patch(sessions =>
      session.endedAt
        ? sessions.filter(({ id }) => id !== session.id)
        : upsert(sessions, session),
    );
  const started = (session: PreviewSession) => {
    setFresh(known => new Set(known).add(session.id));
    put(session);
    // Told at once, and confirmed by the options as they are loaded anew.
    if (active.value?.some(({ id }) => id === session.id)) reload();
    else patchOptions(withOneMore);
  };
  // Where the whole backend is down, that is told once.
  const allFailed = saysTheSame(active.error, optionsError);
  const startable = permitted && options !== undefined && isStartable(options);
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <div>
          <Typography variant="h5" component="h2">
            {t('tab.title')}
          </Typography>
          {active.value && (
            <SummaryLine sessions={active.value} options={options} />
          )}
        </div>
        {startable && (
          <Button
            variant="contained"
            color="primary"
            startIcon={<AddIcon aria-hidden />}
            onClick={() => setStarting(true)}
          >
            {t('tab.start')}
          </Button>
        )}
      </div>
      {optionsError !== undefined && !options && !allFailed && (
        <OptionsProblem
          entityRef={entityRef}
          name={name}
          error={optionsError}
          onRetry={reload}
        />
      )}
      {options && <StartHindrance name={name} options={options} />}
      {options && <LinkProblems problems={options.linkProblems} />}
      {active.error !== undefined && (
        <ErrorPanel
          error={active.error}
          onRetry={() => {
            active.reload();
            reload();
          }}
        />
      )}
      {active.value ? (
        <ActiveList
          name={name}
          sessions={active.value}
          options={options}
          openIds={fresh}
          onChanged={put}
        />
      ) : (
        active.error === undefined && <Loading height={96} />
      )}
      <EndedList
        entityRef={entityRef}
        name={name}
        options={options}
        told={active.error}
        onChanged={started}
      />
      {starting && options && (
        <StartDialog
          name={name}
          options={options}
          active={active.value ?? []}
          onStarted={started}
          onClose={() => setStarting(false)}
        />
      )}
    </div>
  );
}
