// SPDX-License-Identifier: Apache-2.0
import { load } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// This package only ever runs from the repository.
// eslint-disable-next-line no-restricted-syntax
export const ACTION = resolve(__dirname, '../../../../actions/preview');

/** What a composite action says of itself. */
export interface ActionFile {
  inputs: Record<
    string,
    { description: string; required?: boolean; default?: string }
  >;
  outputs: Record<string, { description: string; value: string }>;
  runs: {
    using: string;
    steps: {
      id?: string;
      shell: string;
      run: string;
      env?: Record<string, string>;
    }[];
  };
}

export function readAction(folder: string): ActionFile {
  return load(readFileSync(join(folder, 'action.yml'), 'utf8')) as ActionFile;
}
