// SPDX-License-Identifier: Apache-2.0
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import BackIcon from '@material-ui/icons/ChevronLeft';
import ForwardIcon from '@material-ui/icons/ChevronRight';
import type { Pages } from '../../hooks/usePages';
import { useWords } from '../../translation/useWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
  },
}));

/** One page back, one page on; nothing where one page holds all. */
export function Pager(props: {
  /** What is walked through. */
  label: string;
  pages: Pages;
  nextCursor: string | null;
  /** As the backend counted: a number, or `1000+`. */
  count?: string | null;
}) {
  const t = useWords();
  const classes = useStyles();
  const { label, pages, nextCursor, count = null } = props;
  const forward = pages.forward(nextCursor);
  if (!forward && !pages.back) {
    return null;
  }
  return (
    <nav className={classes.root} aria-label={t('pager.label', { label })}>
      <Typography variant="body2" aria-live="polite">
        {count === null
          ? t('pager.page', { number: String(pages.number) })
          : t('pager.ofAll', { number: String(pages.number), all: count })}
      </Typography>
      <Button
        size="small"
        startIcon={<BackIcon aria-hidden />}
        disabled={!pages.back}
        onClick={() => pages.back?.()}
      >
        {t('pager.back')}
      </Button>
      <Button
        size="small"
        endIcon={<ForwardIcon aria-hidden />}
        disabled={!forward}
        onClick={() => forward?.()}
      >
        {t('pager.forward')}
      </Button>
    </nav>
  );
}
