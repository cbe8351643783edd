// SPDX-License-Identifier: Apache-2.0
import type { PreviewApi } from '@preview-environments/backstage-plugin-preview-common';

/** One state of a component, shown by the dev page and rendered by a test. */
export interface ExampleState {
  render: () => JSX.Element;
  /** The calls that it may make; any other one is an error. */
  api?: Partial<PreviewApi>;
  /** A text that must be seen once everything has settled. */
  shows: string | RegExp;
}

/** The states of one component by name. */
export type ExampleStates = Record<string, ExampleState>;
