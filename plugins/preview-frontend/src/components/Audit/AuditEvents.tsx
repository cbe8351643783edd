// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useAuditEvents } from '../../hooks/useAuditEvents';
import { useAuditFilter } from '../../hooks/useAuditFilter';
import { usePages } from '../../hooks/usePages';
import { toAuditQuery } from '../../model/auditFilter';
import { useWords } from '../../translation/useWords';
import { LiveItems, Pager } from '../ui';
import { AuditFilterBar } from './AuditFilterBar';
import { AuditList } from './AuditList';
import { ExportButtons } from './ExportButtons';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
}));

/** The audit log, narrowed by the filter in the address. */
export function AuditEvents() {
  const t = useWords();
  const classes = useStyles();
  const [filter, change] = useAuditFilter();
  const query = useMemo(() => toAuditQuery(filter), [filter]);
  const pages = usePages(JSON.stringify(query));
  const live = useAuditEvents(query, pages.cursor);
  return (
    <>
      <div className={classes.head}>
        <Typography variant="h6" component="h3">
          {t('audit.events')}
        </Typography>
        <ExportButtons query={query} />
      </div>
      <AuditFilterBar filter={filter} onChange={change} />
      <LiveItems
        live={live}
        height={240}
        empty={<Typography variant="body1">{t('audit.none')}</Typography>}
      >
        {events => <AuditList events={events} />}
      </LiveItems>
      {live.value && (
        <Pager
          label={t('audit.events')}
          pages={pages}
          nextCursor={live.value.nextCursor}
        />
      )}
    </>
  );
}
