// SPDX-License-Identifier: Apache-2.0
import RestartIcon from '@material-ui/icons/Replay';
import { previewSessionUpdatePermission } from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewAction } from './types';

/** Starts a preview again that is over or has failed. */
export const restartAction: PreviewAction<{ image?: string }> = {
  id: 'restart',
  icon: RestartIcon,
  permission: previewSessionUpdatePermission,
  rule: 'update',
  fits: ({ endedAt, phase }) => endedAt !== null || phase === 'failed',
  run: async (api, { id, key }, input, { t }) => ({
    session: (await api.restart(id, input)).session,
    toast: { title: t('action.restart.done', { key }), status: 'success' },
  }),
};
