// SPDX-License-Identifier: Apache-2.0
import type {
  DeadlineCap,
  PreviewSession,
  StartOutcome,
  Step,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Explained } from '../connection/explain';

/** What a command tells; with `-o json` each is one line. */
export type PreviewEvent =
  | { type: 'warning'; message: string }
  /** The portal took a start or an update. */
  | { type: 'accepted'; outcome: StartOutcome; session: PreviewSession }
  /** One step of the newest revision has changed. */
  | { type: 'step'; session: string; revision: number; step: Step }
  | { type: 'ready'; session: PreviewSession }
  | { type: 'failed'; session: PreviewSession }
  /** One that was asked for. */
  | { type: 'session'; session: PreviewSession }
  | { type: 'changed'; session: PreviewSession; cap: DeadlineCap | null }
  | { type: 'stopping'; session: string; entityRef: string }
  | {
      type: 'skipped';
      session: string;
      entityRef: string;
      code: string;
      message: string;
    }
  /** How many were stopped, or would be. */
  | { type: 'stopped'; count: number; skipped: number; dryRun: boolean }
  | { type: 'verified'; session: PreviewSession; step: Step | null }
  /** What was waited for is so, or cannot become so any more. */
  | {
      type: 'waited';
      for: 'stopped' | 'approved';
      done: boolean;
      session: PreviewSession;
    }
  /** Where a preview is shown in the portal. */
  | { type: 'page'; session: string; url: string }
  /** One line of a preview's log. */
  | { type: 'log'; session: string; line: string }
  | { type: 'error'; error: Explained; exitCode: number };
