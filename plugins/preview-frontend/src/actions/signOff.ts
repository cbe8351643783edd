// SPDX-License-Identifier: Apache-2.0
import ApproveIcon from '@material-ui/icons/ThumbUpAltOutlined';
import RejectIcon from '@material-ui/icons/ThumbDownAltOutlined';
import {
  previewSessionSignOffPermission,
  type SignOffDecision,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewAction } from './types';

/** Says of one revision that it is good, or what is wrong with it. */
export type SignOffAction = PreviewAction<{
  comment?: string;
  revision: number;
}> & { id: 'approve' | 'reject' };

const signOff = (
  id: SignOffAction['id'],
  decision: SignOffDecision,
  icon: SignOffAction['icon'],
): SignOffAction => ({
  id,
  icon,
  permission: previewSessionSignOffPermission,
  rule: 'signOff',
  fits: ({ endedAt, phase }) =>
    !endedAt && (phase === 'ready' || phase === 'degraded'),
  run: async (api, session, input, { t }) => ({
    session: await api.signOff(session.id, { decision, ...input }),
    toast: {
      title: t(`action.${id}.done`, { key: session.key }),
      status: 'success',
    },
  }),
});

export const approveAction = signOff('approve', 'approved', ApproveIcon);
export const rejectAction = signOff('reject', 'rejected', RejectIcon);
