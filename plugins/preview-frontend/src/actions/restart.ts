// SPDX-License-Identifier: Apache-2.0
import RestartIcon from '@material-ui/icons/Replay';
import { previewSessionUpdatePermission } from '@preview-environments/backstage-plugin-preview-common';
import { nameOf } from '../model/choice';
import type { PreviewAction } from './types';

/** Starts a preview again that is over or has failed. */
export const restartAction: PreviewAction<{ image?: string }> = {
  id: 'restart',
  icon: RestartIcon,
  permission: previewSessionUpdatePermission,
  rule: 'update',
  fits: ({ endedAt, phase }) => endedAt !== null || phase === 'failed',
  run: async (api, { id, key, endedAt, entityRef }, input, { t }) => {
    const { session, outcome } = await api.restart(id, input);
    // Another one had the key meanwhile: that one changed, or not.
    const other = endedAt !== null && outcome !== 'created';
    const title = other
      ? t(`start.${outcome}`, { key, name: nameOf(entityRef) })
      : t('action.restart.done', { key });
    return { session, toast: { title, status: 'success' } };
  },
};
