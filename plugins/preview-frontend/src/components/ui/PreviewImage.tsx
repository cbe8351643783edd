// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { shortImage } from '../../model/image';
import { servingLabel, servingOf } from '../../model/serving';
import { useWords } from '../../translation/useWords';
import { ToneIcon } from './ToneIcon';

const useStyles = makeStyles(theme => ({
  hint: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
}));

/** The image that serves, and that an update to another one failed. */
export function PreviewImage({ session }: { session: PreviewSession }) {
  const t = useWords();
  const classes = useStyles();
  const serving = servingOf(session);
  return (
    <>
      <span title={serving.image}>{servingLabel(serving)}</span>
      {serving.failed !== null && (
        <>
          {' '}
          <span className={classes.hint} title={serving.failed}>
            <ToneIcon tone="warning" />
            <span>
              {t('row.updateFailed', { image: shortImage(serving.failed) })}
            </span>
          </span>
        </>
      )}
    </>
  );
}
