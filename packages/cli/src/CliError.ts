// SPDX-License-Identifier: Apache-2.0
import { EXIT_CODES, type ExitCode } from './exitCodes';

/** Something that stops a command, said so that the caller can mend it. */
export class CliError extends Error {
  readonly hint: string | null;
  readonly field: string | null;
  readonly code: string;
  readonly exitCode: ExitCode;

  constructor(
    message: string,
    options: {
      hint?: string;
      /** Option or field at fault. */
      field?: string;
      /** Stable, PascalCase; default `InvalidUse`. */
      code?: string;
      /** Default `usage`. */
      exit?: keyof typeof EXIT_CODES;
    } = {},
  ) {
    super(message);
    this.name = 'CliError';
    this.hint = options.hint ?? null;
    this.field = options.field ?? null;
    this.code = options.code ?? 'InvalidUse';
    this.exitCode = EXIT_CODES[options.exit ?? 'usage'];
  }
}
