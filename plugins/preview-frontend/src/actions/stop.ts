// SPDX-License-Identifier: Apache-2.0
import StopIcon from '@material-ui/icons/Stop';
import { previewSessionStopPermission } from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewAction } from './types';

/** Ends a preview. */
export const stopAction: PreviewAction<{ reason?: string }> = {
  id: 'stop',
  icon: StopIcon,
  permission: previewSessionStopPermission,
  rule: 'stop',
  fits: ({ endedAt, phase }) => !endedAt && phase !== 'stopping',
  run: async (api, { id, key }, { reason }, { t }) => ({
    session: await api.stop(id, reason),
    toast: { title: t('action.stop.done', { key }), status: 'success' },
  }),
};
