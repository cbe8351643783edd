// SPDX-License-Identifier: Apache-2.0

/** Where a command writes, and how it ends. */
export interface Terminal {
  /** One line of the result. */
  print(line: string): void;
  /** One line for people, beside the result. */
  error(line: string): void;
  exit(code: number): void;
}

/** The terminal of this process. It ends once everything is written. */
export function processTerminal(): Terminal {
  return {
    print: line => process.stdout.write(`${line}\n`),
    error: line => process.stderr.write(`${line}\n`),
    exit: code => {
      process.exitCode = code;
    },
  };
}
