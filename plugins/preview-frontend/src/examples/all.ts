// SPDX-License-Identifier: Apache-2.0
import { states as accessPanel } from '../components/AccessPanel/AccessPanel.states';
import { states as backstopNote } from '../components/BackstopNote/BackstopNote.states';
import { states as cardBody } from '../components/OverviewCard/CardBody.states';
import { states as checks } from '../components/StartDialog/Checks.states';
import { states as differences } from '../components/Differences/Differences.states';
import { states as failureCard } from '../components/FailureCard/FailureCard.states';
import { states as imageDialog } from '../components/ActionBar/ImageDialog.states';
import { states as missingPiece } from '../components/MissingPiece/MissingPiece.states';
import { states as previewRow } from '../components/PreviewRow/PreviewRow.states';
import { states as previewsPanel } from '../components/PreviewsTab/PreviewsPanel.states';
import { states as runbookPage } from '../components/RunbookPage/RunbookPage.states';
import { states as sessionList } from '../components/SessionList/SessionList.states';
import { states as sessionPanel } from '../components/SessionPage/SessionPanel.states';
import { states as startDialog } from '../components/StartDialog/StartDialog.states';
import { states as timeline } from '../components/Timeline/Timeline.states';
import { states as untilDialog } from '../components/ActionBar/UntilDialog.states';
import type { ExampleStates } from './types';

/** The states of every component; a test compares it with the files. */
export const allStates: Record<string, ExampleStates> = {
  AccessPanel: accessPanel,
  BackstopNote: backstopNote,
  CardBody: cardBody,
  Checks: checks,
  Differences: differences,
  FailureCard: failureCard,
  ImageDialog: imageDialog,
  MissingPiece: missingPiece,
  PreviewRow: previewRow,
  PreviewsPanel: previewsPanel,
  RunbookPage: runbookPage,
  SessionList: sessionList,
  SessionPanel: sessionPanel,
  StartDialog: startDialog,
  Timeline: timeline,
  UntilDialog: untilDialog,
};
