// SPDX-License-Identifier: Apache-2.0
import ExtendIcon from '@material-ui/icons/AddAlarm';
import {
  previewSessionExtendPermission,
  type ChangeRequest,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewAction } from './types';

/** Moves the end of a preview. */
export const extendAction: PreviewAction<
  Pick<ChangeRequest, 'extendBy' | 'expiresAt'>
> = {
  id: 'extend',
  icon: ExtendIcon,
  permission: previewSessionExtendPermission,
  rule: 'extend',
  fits: ({ endedAt, phase, pinned }) =>
    !endedAt && !pinned && phase !== 'stopping' && phase !== 'failed',
  run: async (api, { id, key }, input, { t, format, now }) => {
    const { session, expiresAt, cap } = await api.change(id, input);
    return {
      session,
      toast: {
        title: t('action.extend.done', {
          key,
          time: expiresAt ? format.short(expiresAt, now) : t('time.pinned'),
        }),
        description: cap
          ? t('action.extend.capped', { message: cap.message })
          : undefined,
        status: cap ? 'warning' : 'success',
      },
    };
  },
};
