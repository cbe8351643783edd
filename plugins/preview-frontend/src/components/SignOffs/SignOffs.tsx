// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { SignOffButtons } from './SignOffButtons';
import { SignOffItem } from './SignOffItem';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1), minWidth: 0 },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(0.5),
  },
}));

/** What people said of a preview, the newest first, and a way to say it. */
export function SignOffs(props: {
  session: PreviewSession;
  options: EntityOptions | undefined;
  onChanged: (session: PreviewSession) => void;
}) {
  const t = useWords();
  const classes = useStyles();
  const { session } = props;
  const newestFirst = [...session.signOffs].reverse();
  return (
    <div className={classes.root}>
      {newestFirst.length > 0 && (
        <ul className={classes.list} aria-label={t('signOff.title')}>
          {newestFirst.map(signOff => (
            <SignOffItem key={signOff.id} signOff={signOff} />
          ))}
        </ul>
      )}
      <SignOffButtons {...props} />
    </div>
  );
}
