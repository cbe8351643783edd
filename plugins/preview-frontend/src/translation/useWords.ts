// SPDX-License-Identifier: Apache-2.0
import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { previewTranslationRef } from './translationRef';

/** Translates a key of {@link previewTranslationRef}. */
export type Words = TranslationFunction<typeof previewTranslationRef.T>;

/** The translating function, renewed when the language changes. */
export function useWords(): Words {
  return useTranslationRef(previewTranslationRef).t;
}
