// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import {
  type SignOff,
  verdictOf,
} from '@preview-environments/backstage-plugin-preview-common';
import { nameOf } from '../../model/choice';
import { useWords } from '../../translation/useWords';
import { ToneIcon } from '../ui';

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
  const words = {
    person: nameOf(last.by),
    comment: last.comment ?? '',
  };
  return (
    <span className={classes.root} title={last.comment ?? undefined}>
      <ToneIcon tone={last.decision === 'approved' ? 'good' : 'bad'} />
      <span>
        {last.comment ? t('signOff.summaryWith', words) : words.person}
      </span>
    </span>
  );
}
