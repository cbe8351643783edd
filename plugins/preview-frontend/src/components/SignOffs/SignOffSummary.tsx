// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import {
  type SignOff,
  verdictOf,
} from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { ActorName, ToneIcon } from '../ui';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
}));

/** What the sign-offs come to, in one line; a dash where there is none. */
export function SignOffSummary({ signOffs }: { signOffs: SignOff[] }) {
  const t = useWords();
  const classes = useStyles();
  const verdict = verdictOf(signOffs);
  const last = signOffs
    .filter(each => each.void === null && each.decision === verdict)
    .at(-1);
  if (!last) {
    return <span>{t('signOff.none')}</span>;
  }
  const [before, after] = t(`signOff.summary.${last.decision}`, {
    person: '\u0000',
  }).split('\u0000');
  return (
    <span className={classes.root} title={last.comment ?? undefined}>
      <ToneIcon tone={last.decision === 'approved' ? 'good' : 'bad'} />
      <span>
        {before}
        <ActorName actor={last.by} />
        {after}
        {last.comment && `: ${last.comment}`}
      </span>
    </span>
  );
}
