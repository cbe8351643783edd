// SPDX-License-Identifier: Apache-2.0
import {
  type BundleReport,
  BundleVerifier,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { EXIT_CODES } from '../exitCodes';
import type { Context } from '../Context';
import { readCheckpoints, readKeys, UsageError } from './arguments';
import { describe } from './describe';
import { verifyEd25519 } from './verifyEd25519';

/** Options of `preview audit verify`. */
export interface VerifyOptions {
  since?: string[];
  key?: string[];
  output?: string;
}

/** Checks a bundle and tells of it. @returns the exit code */
export async function run(
  { terminal }: Pick<Context, 'terminal'>,
  file: string,
  options: VerifyOptions,
): Promise<number> {
  try {
    const report = await check(file, options);
    if (options.output === 'json') {
      terminal.print(JSON.stringify(toJson(report), null, 2));
    } else {
      describe(report, options).forEach(line => terminal.print(line));
    }
    return exitCodeOf(report);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(error.message);
      return EXIT_CODES.usage;
    }
    throw error;
  }
}

async function check(
  file: string,
  { since = [], key = [], output = 'text' }: VerifyOptions,
): Promise<BundleReport> {
  if (output !== 'text' && output !== 'json') {
    throw new UsageError(`--output ${output}: use text or json.`);
  }
  const verifier = new BundleVerifier({
    verify: verifyEd25519,
    keys: readKeys(key),
    since: readCheckpoints(since),
  });
  const input = file === '-' ? process.stdin : createReadStream(file);
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      verifier.line(line);
    }
  } catch (error) {
    const { code } = error as { code?: string };
    throw new UsageError(`${file} cannot be read: ${code ?? 'error'}`);
  }
  return verifier.report();
}

function toJson({ signers, ...report }: BundleReport) {
  return {
    ok: report.findingCount === 0,
    ...report,
    signers: signers.map(({ name, id }) => ({ name, id })),
  };
}

function exitCodeOf({ findingCount, kept }: BundleReport): number {
  if (findingCount > 0) {
    return EXIT_CODES.failed;
  }
  return kept.some(({ result }) => result === 'unproven')
    ? EXIT_CODES.unproven
    : EXIT_CODES.ok;
}
