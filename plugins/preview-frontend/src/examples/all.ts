// SPDX-License-Identifier: Apache-2.0
import { states as accessPanel } from '../components/AccessPanel/AccessPanel.states';
import { states as auditPanel } from '../components/Audit/AuditPanel.states';
import { states as auditRecord } from '../components/Audit/AuditRecord.states';
import { states as auditRow } from '../components/Audit/AuditRow.states';
import { states as auditStateLine } from '../components/Audit/AuditStateLine.states';
import { states as trafficAnswer } from '../components/Audit/TrafficAnswer.states';
import { states as backstopNote } from '../components/BackstopNote/BackstopNote.states';
import { states as cardBody } from '../components/OverviewCard/CardBody.states';
import { states as checks } from '../components/StartDialog/Checks.states';
import { states as differences } from '../components/Differences/Differences.states';
import { states as endedPage } from '../components/Environments/EndedPage.states';
import { states as environmentRow } from '../components/Environments/EnvironmentRow.states';
import { states as environmentsPanel } from '../components/Environments/EnvironmentsPanel.states';
import { states as failureCard } from '../components/FailureCard/FailureCard.states';
import { states as imageDialog } from '../components/ActionBar/ImageDialog.states';
import { states as missingPiece } from '../components/MissingPiece/MissingPiece.states';
import { states as moreFields } from '../components/StartDialog/MoreFields.states';
import { states as notFoundPage } from '../components/NotFound/NotFoundPage.states';
import { states as presentNote } from '../components/PresentNote/PresentNote.states';
import { states as previewRow } from '../components/PreviewRow/PreviewRow.states';
import { states as previewsPanel } from '../components/PreviewsTab/PreviewsPanel.states';
import { states as runbookPage } from '../components/RunbookPage/RunbookPage.states';
import { states as sessionPanel } from '../components/SessionPage/SessionPanel.states';
import { states as runningPage } from '../components/Environments/RunningPage.states';
import { states as signOffDialog } from '../components/SignOffs/SignOffDialog.states';
import { states as signOffSummary } from '../components/SignOffs/SignOffSummary.states';
import { states as signOffs } from '../components/SignOffs/SignOffs.states';
import { states as stopAllDialog } from '../components/Environments/StopAllDialog.states';
import { states as startDialog } from '../components/StartDialog/StartDialog.states';
import { states as timeline } from '../components/Timeline/Timeline.states';
import { states as untilDialog } from '../components/ActionBar/UntilDialog.states';
import type { ExampleStates } from './types';

/** The states of every component; a test compares it with the files. */
export const allStates: Record<string, ExampleStates> = {
  AccessPanel: accessPanel,
  AuditPanel: auditPanel,
  AuditRecord: auditRecord,
  AuditRow: auditRow,
  AuditStateLine: auditStateLine,
  BackstopNote: backstopNote,
  CardBody: cardBody,
  Checks: checks,
  Differences: differences,
  EndedPage: endedPage,
  EnvironmentRow: environmentRow,
  EnvironmentsPanel: environmentsPanel,
  FailureCard: failureCard,
  ImageDialog: imageDialog,
  MissingPiece: missingPiece,
  MoreFields: moreFields,
  NotFoundPage: notFoundPage,
  PresentNote: presentNote,
  PreviewRow: previewRow,
  PreviewsPanel: previewsPanel,
  RunbookPage: runbookPage,
  RunningPage: runningPage,
  SessionPanel: sessionPanel,
  SignOffDialog: signOffDialog,
  SignOffSummary: signOffSummary,
  SignOffs: signOffs,
  StartDialog: startDialog,
  StopAllDialog: stopAllDialog,
  Timeline: timeline,
  TrafficAnswer: trafficAnswer,
  UntilDialog: untilDialog,
};
