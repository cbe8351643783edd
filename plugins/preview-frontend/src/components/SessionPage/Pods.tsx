// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import type { PreviewPod } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { PlainTable } from '../ui';

/** The pods of a preview and the image that each really runs. */
export function Pods({ pods }: { pods: PreviewPod[] }) {
  const t = useWords();
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
              name,
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
