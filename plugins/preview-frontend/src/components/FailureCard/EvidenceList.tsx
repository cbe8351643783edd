// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Evidence } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { Moment } from '../ui';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1),
  },
  text: {
    margin: 0,
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: '0.8125rem',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  kind: { color: theme.palette.text.secondary },
}));

/** What the cluster itself said, in its own words. */
export function EvidenceList({ items }: { items: Evidence[] }) {
  const t = useWords();
  const classes = useStyles();
  if (items.length === 0) {
    return <Typography variant="body2">{t('failure.noEvidence')}</Typography>;
  }
  return (
    <ul className={classes.list}>
      {items.map(({ kind, text, at }, index) => (
        <li key={index}>
          <Typography variant="caption" className={classes.kind}>
            {t(`failure.kind.${kind}`)}
            {at && (
              <>
                {' · '}
                <Moment at={at} />
              </>
            )}
          </Typography>
          <pre className={classes.text}>{text}</pre>
        </li>
      ))}
    </ul>
  );
}
