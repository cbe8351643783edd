// SPDX-License-Identifier: Apache-2.0
import { useId, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import { useNow } from '../../clock/useNow';
import { toneOf } from '../../model/auditWords';
import { useWords } from '../../translation/useWords';
import { OpeningLine, ToneIcon, useTimeFormat } from '../ui';
import { AuditRecord } from './AuditRecord';
import { AuditSentence } from './AuditSentence';
import { useReason } from './useReason';

const useStyles = makeStyles(theme => ({
  root: {
    borderTop: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    minWidth: 0,
  },
  head: {
    display: 'grid',
    gridTemplateColumns: '9rem 1.25rem minmax(0, 1fr) minmax(0, 11rem)',
    gap: theme.spacing(0.5, 1.5),
    alignItems: 'start',
    padding: theme.spacing(0.75, 2),
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: '1.25rem minmax(0, 1fr)',
      gridTemplateAreas: '"sign at" "sign text" "sign aside"',
    },
  },
  at: {
    fontVariantNumeric: 'tabular-nums',
    [theme.breakpoints.down('xs')]: { gridArea: 'at' },
  },
  sign: { [theme.breakpoints.down('xs')]: { gridArea: 'sign' } },
  text: {
    overflowWrap: 'anywhere',
    minWidth: 0,
    [theme.breakpoints.down('xs')]: { gridArea: 'text' },
  },
  told: { fontWeight: 500 },
  aside: {
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('xs')]: { gridArea: 'aside' },
  },
  body: { padding: theme.spacing(1, 2, 2) },
}));

/** One event: a sentence that opens the full record. */
export function AuditRow({ event }: { event: AuditEvent }) {
  const t = useWords();
  const classes = useStyles();
  const format = useTimeFormat();
  const now = useNow(60_000);
  const id = useId();
  const [open, setOpen] = useState(false);
  const why = useReason(event);
  const asides = [
    t(`row.via.${event.via}`),
    ...(event.outcome === 'succeeded'
      ? []
      : [t(`audit.outcome.${event.outcome}`)]),
    ...(event.count > 1
      ? [t('audit.times', { number: String(event.count) })]
      : []),
  ];
  return (
    <li className={classes.root}>
      <OpeningLine
        className={classes.head}
        open={open}
        controls={id}
        onToggle={() => setOpen(!open)}
      >
        <time
          className={classes.at}
          dateTime={event.at}
          title={format.exact(event.at)}
        >
          {format.toSecond(event.at, now)}
        </time>{' '}
        <span className={classes.sign}>
          <ToneIcon tone={toneOf(event)} />
        </span>
        <span className={classes.text}>
          <span className={classes.told}>
            <AuditSentence event={event} />
          </span>
          {why && ` ${why}`}
        </span>{' '}
        <span className={classes.aside}>{asides.join(' · ')}</span>
      </OpeningLine>
      {open && (
        <div id={id} className={classes.body}>
          <AuditRecord event={event} />
        </div>
      )}
    </li>
  );
}
