// SPDX-License-Identifier: Apache-2.0
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';

/** What every action on a preview needs. */
export interface ActionProps {
  session: PreviewSession;
  /** Name of the service, for people. */
  name: string;
  options: EntityOptions | undefined;
  onChanged: (session: PreviewSession) => void;
  /** An action that a link asks for, for example `extend`. */
  asked?: string | null;
  /** Told when that action is on the screen. */
  onAsked?: () => void;
}
