// SPDX-License-Identifier: Apache-2.0

export interface Contexts {
  inputs: Record<string, string>;
  /** Outputs by id of the step. */
  steps: Record<string, Record<string, string>>;
}

/**
 * Fills in `${{ inputs.NAME }}` and `${{ steps.ID.outputs.NAME }}`.
 *
 * @throws Error for any other expression: the action needs none
 */
export function fillIn(text: string, { inputs, steps }: Contexts): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const [context, name, property, output, ...rest] = expression.split('.');
    if (context === 'inputs' && name in inputs && property === undefined) {
      return inputs[name];
    }
    if (context === 'steps' && property === 'outputs' && rest.length === 0) {
      return steps[name]?.[output] ?? '';
    }
    throw new Error(`This runner does not know ${expression}`);
  });
}
