// SPDX-License-Identifier: Apache-2.0
import {
  previewError,
  WORKLOAD_ENV,
  WORKLOAD_NOT_COVERED,
  WORKLOAD_SKIP_INIT,
} from '@preview-environments/backstage-plugin-preview-common';
import type { KubeObject } from '../model';

/** What a workload says in its annotations about previews of itself. */
export interface Declared {
  env: Record<string, string>;
  skipInit: string[];
  /** `null` = not declared, which is not the same as none. */
  notCovered: string[] | null;
}

/**
 * @throws PreviewError `TargetUnsupported` where an annotation cannot be
 * read: going on could start what the team wanted switched off.
 */
export function readDeclared(workload: KubeObject): Declared {
  const annotations = workload.metadata.annotations ?? {};
  const env = readJson(annotations[WORKLOAD_ENV], WORKLOAD_ENV) ?? {};
  const notCovered = readJson(
    annotations[WORKLOAD_NOT_COVERED],
    WORKLOAD_NOT_COVERED,
  );
  if (
    Array.isArray(env) ||
    Object.values(env).some(value => typeof value === 'object')
  ) {
    throw unreadable(WORKLOAD_ENV, 'a JSON object of texts');
  }
  if (notCovered !== null && !Array.isArray(notCovered)) {
    throw unreadable(WORKLOAD_NOT_COVERED, 'a JSON array of texts');
  }
  return {
    env: Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, String(value)]),
    ),
    skipInit: (annotations[WORKLOAD_SKIP_INIT] ?? '')
      .split(',')
      .map(name => name.trim())
      .filter(Boolean),
    notCovered: notCovered && notCovered.map(String),
  };
}

function readJson(
  text: string | undefined,
  annotation: string,
): Record<string, unknown> | unknown[] | null {
  if (text === undefined) {
    return null;
  }
  try {
    const value = JSON.parse(text);
    if (value && typeof value === 'object') {
      return value;
    }
  } catch {
    // Answered below, like JSON that is neither object nor array.
  }
  throw unreadable(annotation, 'JSON');
}

function unreadable(annotation: string, form: string) {
  return previewError('TargetUnsupported', {
    message: `The annotation ${annotation} of the workload is not ${form}.`,
    hint: 'Mend the annotation on the workload, then start again.',
  });
}
