// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import type { SignOff } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { ActorLink, Moment, Note } from '../ui';

const useStyles = makeStyles(theme => ({
  void: { color: theme.palette.text.secondary },
  comment: { overflowWrap: 'anywhere' },
}));

/** One sign-off: who said what of which revision; or why it counts no longer. */
export function SignOffItem({ signOff }: { signOff: SignOff }) {
  const t = useWords();
  const classes = useStyles();
  const { decision, by, at, comment, revision, digests } = signOff;
  const tone = decision === 'approved' ? 'good' : 'bad';
  return (
    <li className={signOff.void ? classes.void : undefined}>
      <Note tone={signOff.void ? 'quiet' : tone}>
        <span title={digests.join('\n')}>
          {t(`signOff.decision.${decision}`)} <ActorLink actor={by} />{' '}
          <Moment at={at} /> ·{' '}
          {t('signOff.revision', { number: String(revision) })}
        </span>
        {comment && <div className={classes.comment}>{comment}</div>}
        {signOff.void && <div>{t(`signOff.void.${signOff.void.why}`)}</div>}
      </Note>
    </li>
  );
}
