// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  previewAuditReadPermission,
  type PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { useAuditEvents } from '../../hooks/useAuditEvents';
import { usePermitted } from '../../hooks/usePermitted';
import { auditRouteRef } from '../../routes';
import { useWords } from '../../translation/useWords';
import { AuditList } from '../Audit/AuditList';
import { ExportButtons } from '../Audit/ExportButtons';
import { LiveItems } from '../ui';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1),
  },
}));

function Events({ session }: { session: PreviewSession }) {
  const t = useWords();
  const classes = useStyles();
  const audit = useRouteRef(auditRouteRef);
  const query = useMemo(() => ({ session: session.id }), [session.id]);
  const live = useAuditEvents(query, undefined, ({ ids }) =>
    ids.includes(session.id),
  );
  return (
    <Paper variant="outlined" className={classes.root}>
      <div className={classes.head}>
        <Typography variant="subtitle2" component="h3">
          {t('page.events')}
        </Typography>
        <ExportButtons query={query} />
      </div>
      <LiveItems
        live={live}
        height={96}
        empty={<Typography variant="body2">{t('page.noEvents')}</Typography>}
      >
        {events => <AuditList events={events} />}
      </LiveItems>
      {live.value?.nextCursor && audit && (
        <Link to={`${audit()}?key=${encodeURIComponent(session.key)}`}>
          {t('page.moreEvents')}
        </Link>
      )}
    </Paper>
  );
}

/** Who did what with a preview, for those who may read the audit log. */
export function SessionEvents({ session }: { session: PreviewSession }) {
  const { allowed } = usePermitted({ permission: previewAuditReadPermission });
  return allowed ? <Events session={session} /> : null;
}
