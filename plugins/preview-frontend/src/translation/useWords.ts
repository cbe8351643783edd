// SPDX-License-Identifier: Apache-2.0
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { previewTranslationRef } from './translationRef';

/** Translates a key of {@link previewTranslationRef}. */
export function useWords() {
  return useTranslationRef(previewTranslationRef).t;
}

/** The translating function itself, for pure code that needs it. */
export type Words = ReturnType<typeof useWords>;
