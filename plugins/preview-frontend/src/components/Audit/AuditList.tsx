// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { AuditRow } from './AuditRow';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, minWidth: 0 },
});

/** Events, each a sentence that opens the full record. */
export function AuditList({ events }: { events: AuditEvent[] }) {
  const t = useWords();
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={t('audit.events')}>
      {events.map(event => (
        <AuditRow key={event.id} event={event} />
      ))}
    </ul>
  );
}
