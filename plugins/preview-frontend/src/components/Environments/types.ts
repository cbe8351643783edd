// SPDX-License-Identifier: Apache-2.0
import type { PreviewFilter } from '../../model/previewFilter';

/** What a filtered page of the list needs. */
export interface FilteredProps {
  filter: PreviewFilter;
  /** Refs of the reader and of their groups. */
  mine: string[];
  onFilter: (part: Partial<PreviewFilter>) => void;
}
