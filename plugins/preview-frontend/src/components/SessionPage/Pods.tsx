// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PreviewPod } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { PlainTable } from '../ui';

const useStyles = makeStyles({
  // The longest cell gives way, so that the digest stays in sight.
  name: {
    display: 'block',
    minWidth: '4.5rem',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    lineHeight: 1.43,
  },
});

/** The pods of a preview and the image that each really runs. */
export function Pods({ pods }: { pods: PreviewPod[] }) {
  const t = useWords();
  const classes = useStyles();
  return (
    <div>
      <Typography variant="subtitle2" component="h3">
        {t('page.pods')}
      </Typography>
      {pods.length === 0 ? (
        <Typography variant="body2">{t('page.noPods')}</Typography>
      ) : (
        <PlainTable
          label={t('page.pods')}
          head={[
            t('page.pod'),
            t('page.podPhase'),
            t('page.restarts'),
            t('page.digest'),
          ]}
          rows={pods.map(({ name, phase, restarts, imageDigest }) => ({
            id: name,
            cells: [
              <span key="name" className={classes.name}>
                {name}
              </span>,
              phase,
              restarts,
              <span key="digest" title={imageDigest ?? undefined}>
                {imageDigest?.replace(/^sha256:/, '').slice(0, 12) ?? '–'}
              </span>,
            ],
          }))}
        />
      )}
    </div>
  );
}
