// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { shortImage } from '../../model/image';
import { useWords } from '../../translation/useWords';
import { ActorLink, Moment, PlainTable } from '../ui';

/** The images that a preview has had, the newest first. */
export function Revisions({
  session,
}: {
  session: Pick<PreviewSession, 'revisions'>;
}) {
  const t = useWords();
  const newestFirst = [...session.revisions].sort(
    (a, b) => b.number - a.number,
  );
  return (
    <div>
      <Typography variant="subtitle2" component="h3">
        {t('page.revisions')}
      </Typography>
      <PlainTable
        label={t('page.revisions')}
        head={[
          t('page.revision'),
          t('page.image'),
          t('page.when'),
          t('page.by'),
        ]}
        rows={newestFirst.map(({ number, image, at, by }) => ({
          id: String(number),
          cells: [
            number,
            <span key="image" title={image}>
              {shortImage(image)}
            </span>,
            <Moment key="when" at={at} />,
            <ActorLink key="by" actor={by} />,
          ],
        }))}
      />
    </div>
  );
}
