// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { AccessEntry } from './accessEntries';

const RULE = { rule: 'preview.access.subjects' };

/**
 * What stands against a service that wants to act on an entity.
 *
 * @param isWide - whether an entry also reaches far enough otherwise; absent
 * = whether any entry is about the entity at all
 * @returns why not, or `null`
 */
export function entriesObjection(
  entries: AccessEntry[],
  entityRef: string,
  isWide: (entry: AccessEntry) => boolean = () => true,
): PreviewError | null {
  if (entries.length === 0) {
    return previewError('SubjectUnknown', RULE);
  }
  const wide = entries.filter(
    entry => covers(entry.entities, entityRef) && isWide(entry),
  );
  if (wide.length === 0) {
    return previewError('SubjectNotAllowed', RULE);
  }
  return wide.some(
    ({ ofRepository }) => ofRepository?.includes(entityRef) ?? true,
  )
    ? null
    : previewError('RepositoryNotOfEntity', RULE);
}

/** A list of the configuration, where `*` stands for all. */
export function covers(list: string[], value: string): boolean {
  return list.includes('*') || list.includes(value);
}
