// SPDX-License-Identifier: Apache-2.0
import UpdateIcon from '@material-ui/icons/SystemUpdateAlt';
import { previewSessionUpdatePermission } from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewAction } from './types';

/** Gives a running preview another image. */
export const updateAction: PreviewAction<{ image: string; reason?: string }> = {
  id: 'update',
  icon: UpdateIcon,
  permission: previewSessionUpdatePermission,
  rule: 'update',
  fits: ({ endedAt, phase }) =>
    !endedAt && phase !== 'stopping' && phase !== 'failed',
  run: async (api, { id, key }, input, { t }) => ({
    session: (await api.change(id, input)).session,
    toast: { title: t('action.update.done', { key }), status: 'success' },
  }),
};
