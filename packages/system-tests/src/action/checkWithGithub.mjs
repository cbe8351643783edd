// SPDX-License-Identifier: Apache-2.0
// Checks files by GitHub's own schema: node checkWithGithub.mjs, with a JSON
// list of { kind: 'action' | 'workflow', name, content } on standard input.
// Prints a JSON list of what is wrong.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';

// The parser is written for bundlers: it imports JSON without saying so.
register(
  `data:text/javascript,${encodeURIComponent(`
    export async function resolve(specifier, context, next) {
      const found = await next(specifier, context);
      return found.url.endsWith('.json')
        ? { ...found, importAttributes: { type: 'json' } }
        : found;
    }`)}`,
);
const { NoOperationTraceWriter, parseWorkflow } = await import(
  '@actions/workflow-parser'
);
const { parseAction } = await import(
  '@actions/workflow-parser/actions/action-parser'
);

const files = JSON.parse(readFileSync(0, 'utf8'));
const faults = files.flatMap(({ kind, ...file }) => {
  const parse = kind === 'action' ? parseAction : parseWorkflow;
  const { context } = parse(file, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
});
process.stdout.write(JSON.stringify(faults));
