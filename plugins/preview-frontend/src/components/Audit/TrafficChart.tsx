// SPDX-License-Identifier: Apache-2.0
import { alpha, makeStyles } from '@material-ui/core/styles';
import type { TrafficPage } from '@preview-environments/backstage-plugin-preview-common';
import { useNow } from '../../clock/useNow';
import { shortImage } from '../../model/image';
import { barOf, chartSpan, markOf } from '../../model/trafficChart';
import { useWords } from '../../translation/useWords';
import { useTimeFormat } from '../ui';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    minWidth: 0,
    padding: theme.spacing(0.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  row: { position: 'relative', height: 22 },
  bar: {
    position: 'absolute',
    top: 4,
    height: 14,
    borderRadius: 3,
    // Faint enough for the name that may lie on it, in both themes.
    background: alpha(theme.palette.primary.main, 0.25),
    border: `1px solid ${theme.palette.primary.main}`,
    boxSizing: 'border-box',
  },
  name: {
    position: 'absolute',
    top: 2,
    paddingLeft: 4,
    maxWidth: '60%',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    fontSize: '0.75rem',
    lineHeight: '18px',
    color: theme.palette.text.primary,
  },
  mark: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    borderLeft: `2px dashed ${theme.palette.warning.main}`,
  },
  axis: {
    display: 'flex',
    justifyContent: 'space-between',
    ...theme.typography.caption,
  },
}));

/** More rows than this are no picture any longer; the table has them all. */
const MOST_ROWS = 20;

/** When each preview could receive traffic, drawn along one line of time. */
export function TrafficChart({ page }: { page: TrafficPage }) {
  const t = useWords();
  const classes = useStyles();
  const format = useTimeFormat();
  const now = useNow(60_000);
  const asked = { from: Date.parse(page.from), to: Date.parse(page.to) };
  const span = chartSpan(page.items, asked, now);
  const rows = page.items.slice(0, MOST_ROWS);
  const time = (at: number) => format.short(new Date(at).toISOString(), now);
  return (
    <div>
      <div
        className={classes.root}
        role="img"
        aria-label={t('traffic.chart', {
          from: time(span.from),
          to: time(span.to),
        })}
      >
        {asked.from === asked.to && (
          <span
            className={classes.mark}
            style={{ left: `${markOf(asked.from, span)}%` }}
          />
        )}
        {rows.map(each => {
          const { left, width } = barOf(each, span);
          return (
            <div
              key={`${each.sessionId} ${each.revision} ${each.from}`}
              className={classes.row}
            >
              <span
                className={classes.bar}
                style={{ left: `${left}%`, width: `${width}%` }}
              />
              <span
                className={classes.name}
                style={
                  left > 60 ? { right: `${100 - left}%` } : { left: `${left}%` }
                }
              >
                {each.key} · {shortImage(each.image)}
              </span>
            </div>
          );
        })}
      </div>
      <div className={classes.axis} aria-hidden>
        <span>{time(span.from)}</span>
        <span>{time(span.to)}</span>
      </div>
    </div>
  );
}
