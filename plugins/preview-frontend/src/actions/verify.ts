// SPDX-License-Identifier: Apache-2.0
import VerifyIcon from '@material-ui/icons/VerifiedUserOutlined';
import { previewSessionReadPermission } from '@preview-environments/backstage-plugin-preview-common';
import type { Toast } from '../extensions/useToast';
import type { PreviewAction, Telling } from './types';

/** Checks by two requests who answers. */
export const verifyAction: PreviewAction<Record<string, never>> = {
  id: 'verify',
  icon: VerifyIcon,
  permission: previewSessionReadPermission,
  rule: 'update',
  fits: ({ phase, traffic }) =>
    traffic.mode === 'steal' && (phase === 'ready' || phase === 'degraded'),
  run: async (api, { id }, _input, telling) => {
    const session = await api.verify(id);
    const step = session.steps.find(({ name }) => name === 'verified');
    return {
      session,
      toast: tell(step?.status, step?.message ?? '', telling),
    };
  },
};

function tell(
  status: string | undefined,
  message: string,
  { t }: Telling,
): Toast {
  switch (status) {
    case 'done':
      return { title: t('action.verify.done'), status: 'success' };
    case 'failed':
      return {
        title: t('action.verify.failed', { message }),
        status: 'danger',
      };
    default:
      return {
        title: t('action.verify.notChecked', { message }),
        status: 'warning',
      };
  }
}
