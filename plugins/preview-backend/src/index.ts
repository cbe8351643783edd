// SPDX-License-Identifier: Apache-2.0
/**
 * The backend of preview environments.
 *
 * @packageDocumentation
 */
export { previewPlugin as default } from './plugin';
export {
  createPreviewSessionConditionalDecision,
  previewSessionConditions,
} from './authorization/rules';
export {
  type PreviewSessionResource,
  previewSessionResourceRef,
} from './authorization/resource';
export type { SessionCondition } from './authorization/SessionCondition';
