// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useNow } from '../../clock/useNow';
import { shortImage } from '../../model/image';
import { servingOf } from '../../model/serving';
import { useWords } from '../../translation/useWords';
import { Note, useTimeFormat } from '../ui';

/** That a key is taken, and what becomes of the preview that has it. */
export function PresentNote(props: {
  present: PreviewSession;
  /** The image that it would get; `null` while that is not known. */
  image: string | null;
  /** The end that it would get; `null` = none, absent = not known. */
  expiresAt?: string | null;
  /** What else it would get. */
  children?: string;
}) {
  const t = useWords();
  const format = useTimeFormat();
  const now = useNow(10_000);
  const { present, image, expiresAt, children } = props;
  const serving = servingOf(present).image;
  const from = shortImage(serving);
  const end = () => {
    if (expiresAt === undefined) return null;
    if (expiresAt === null) return t('present.noEnd');
    const time = format.short(expiresAt, now);
    return expiresAt === present.expiresAt
      ? t('present.endStays', { time })
      : t('present.endMoves', { time });
  };
  const change = () => {
    if (image === null) return t('present.updates');
    return image === serving
      ? t('present.sameImage')
      : t('present.newImage', { from, to: shortImage(image) });
  };
  const sentences = [
    t(present.phase === 'failed' ? 'present.failed' : 'present.runs', {
      key: present.key,
      image: from,
    }),
    change(),
    end(),
    children,
  ];
  return <Note tone="warning">{sentences.filter(Boolean).join(' ')}</Note>;
}
