// SPDX-License-Identifier: Apache-2.0
import { Environment, Interpreter, parse, tokenize } from '@huggingface/jinja';
import { CliError } from '../CliError';

/** What templates of a configuration file may use. */
export interface Variables {
  /** Absent while the key itself is found out. */
  key?: string;
  gitBranch: string | null;
  env: Record<string, string | undefined>;
}

/** Filters whose arguments mirrord's template language wants by name. */
const BY_NAME: Record<string, string[]> = {
  default: ['value'],
  replace: ['from', 'to'],
  join: ['sep'],
};

/**
 * Renders the templates of a file. Runs none of its text as code.
 *
 * @throws CliError for what cannot be read, and for what is not defined
 */
export function render(text: string, variables: Variables): string {
  const environment = new Environment();
  const { key, gitBranch, env } = variables;
  environment.set('get_env', (given: unknown) => lookUp(given, env));
  if (key !== undefined) {
    environment.set('key', key);
  }
  if (gitBranch !== null) {
    environment.set('git_branch', gitBranch);
  }
  try {
    const program = parse(tokenize(text));
    const interpreter = new Interpreter(environment);
    return program.body
      .map(statement => {
        byPosition(statement);
        return printed(interpreter.evaluate(statement, environment), statement);
      })
      .join('');
  } catch (error) {
    if (error instanceof CliError) {
      throw error;
    }
    const { message } = error as Error;
    throw new CliError(`The templates of the file cannot be used: ${message}`, {
      field: '--config-file',
      hint: 'Write {{ key }}, {{ git_branch }} or {{ get_env(name="NAME", default="…") }}.',
    });
  }
}

function printed(
  { type, value }: { type: string; value: unknown },
  statement: unknown,
): string {
  if (type === 'UndefinedValue') {
    const { value: name } = statement as { value?: unknown };
    throw new CliError(
      `A template of the file uses ${
        typeof name === 'string' ? `"${name}"` : 'something'
      } that is not defined.`,
      {
        field: '--config-file',
        hint: "git_branch is not defined outside of a branch: write {{ git_branch | default(value='shared') }}.",
      },
    );
  }
  return value === null || value === undefined ? '' : String(value);
}

/** `get_env(name="X", default="y")` */
function lookUp(given: unknown, env: Variables['env']): string {
  const named = given instanceof Map ? given : new Map();
  const name: string | undefined = named.get('name')?.value;
  const value = name === undefined ? undefined : env[name];
  const found = value ?? named.get('default')?.value;
  if (found === undefined) {
    throw new CliError(
      `A template of the file needs the variable "${name ?? ''}".`,
      {
        field: '--config-file',
        hint: 'Set it, or give get_env a default="…".',
      },
    );
  }
  return String(found);
}

interface Node {
  type?: string;
  filter?: Node;
  callee?: { value?: string };
  args?: Node[];
  key?: { value?: string };
  value?: unknown;
}

/** Gives filters by position what is written by name. */
function byPosition(value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const { filter } = value as Node;
  const names = BY_NAME[filter?.callee?.value ?? ''];
  if (filter?.args && names) {
    filter.args = filter.args
      .map(arg => ({ arg, at: names.indexOf(arg.key?.value ?? '') }))
      .sort((a, b) => a.at - b.at)
      .map(({ arg, at }) => (at < 0 ? arg : (arg.value as Node)));
  }
  Object.values(value).forEach(byPosition);
}
