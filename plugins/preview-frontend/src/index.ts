// SPDX-License-Identifier: Apache-2.0
/**
 * Preview environments on the pages of the software catalog.
 *
 * @packageDocumentation
 */
export { previewPlugin as default } from './plugin';
export { previewApiRef } from './apis/previewApiRef';
export { clockApiRef, type ClockApi } from './clock/ClockApi';
export { isPreviewAvailable } from './isPreviewAvailable';
export { previewTranslationRef } from './translation/translationRef';
