// SPDX-License-Identifier: Apache-2.0
import { parseEntityRef } from '@backstage/catalog-model';

/** Something to choose: what is meant, and what people read. */
export interface Choice {
  value: string;
  label: string;
}

const ENTITY_REF = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;

/** Whether a text is a whole entity ref, and no service account or the like. */
export function isEntityRef(text: string): boolean {
  return ENTITY_REF.test(text);
}

/** What an entity ref is called where the catalog was not asked. */
export function nameOf(ref: string): string {
  return isEntityRef(ref) ? parseEntityRef(ref).name : ref;
}
