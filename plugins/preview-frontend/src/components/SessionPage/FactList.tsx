// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(6rem, auto) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    ...theme.typography.body2,
  },
  value: { margin: 0, overflowWrap: 'anywhere' },
  word: { color: theme.palette.text.secondary },
}));

/** A word and what it is, line by line. */
export type Fact = [word: string, value: ReactNode];

export function FactList(props: { title: string; facts: Fact[] }) {
  const classes = useStyles();
  return (
    <section aria-label={props.title}>
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {props.title}
      </Typography>
      <dl className={classes.list}>
        {props.facts.map(([word, value]) => (
          <div key={word} style={{ display: 'contents' }}>
            <dt className={classes.word}>{word}</dt>
            <dd className={classes.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
