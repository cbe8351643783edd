// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type {
  EntityOptions,
  PreviewApi,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Toast } from '../extensions/useToast';
import type { TimeFormat } from '../components/ui/useTimeFormat';
import type { Words } from '../translation/useWords';

/** What an action left behind: the new state, and what to say about it. */
export interface ActionResult {
  session: PreviewSession;
  toast: Toast;
}

/** What an action may use to say what it did. */
export interface Telling {
  t: Words;
  format: TimeFormat;
  now: number;
}

/** One verb on a preview: buttons, dialogs and analytics all read this. */
export interface PreviewAction<Input> {
  id:
    | 'update'
    | 'extend'
    | 'stop'
    | 'restart'
    | 'verify'
    | 'approve'
    | 'reject';
  icon: ComponentType<SvgIconProps>;
  permission: ResourcePermission<'preview-session'>;
  /** Which of the product's own rules must allow it. */
  rule: keyof EntityOptions['may'];
  /** Whether it makes sense for a preview in this state. */
  fits(session: PreviewSession): boolean;
  run(
    api: PreviewApi,
    session: PreviewSession,
    input: Input,
    telling: Telling,
  ): Promise<ActionResult>;
}
