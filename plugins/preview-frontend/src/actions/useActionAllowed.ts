// SPDX-License-Identifier: Apache-2.0
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { usePermitted } from '../hooks/usePermitted';
import type { PreviewAction } from './types';

/**
 * Whether to offer an action: it fits the state, the product's own rules
 * allow it for the service, and the permission framework for this preview.
 * What was started elsewhere can only be stopped.
 * The backend decides in any case; this only keeps useless buttons away.
 */
export function useActionAllowed<Input>(
  action: PreviewAction<Input>,
  session: PreviewSession,
  options: EntityOptions | undefined,
): boolean {
  const { allowed } = usePermitted({
    permission: action.permission,
    resourceRef: session.id,
  });
  return (
    allowed &&
    (!session.readOnly || action.rule === 'stop') &&
    action.fits(session) &&
    (options?.may[action.rule] ?? false)
  );
}
