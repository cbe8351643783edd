// SPDX-License-Identifier: Apache-2.0
import { CliError } from '../CliError';
import { EXIT_CODES } from '../exitCodes';
import type { Tools } from '../portalCommand';
import { follow } from './follow';

/** Waits until a preview answers, or cannot. @returns the exit code */
export async function untilReady(
  tools: Tools,
  id: string,
  timeout: number,
): Promise<number> {
  const { how, session } = await follow(tools, id, 'ready', timeout);
  switch (how) {
    case 'done':
      tools.output.emit({ type: 'ready', session });
      return EXIT_CODES.ok;
    case 'over':
      tools.output.emit({ type: 'failed', session });
      return EXIT_CODES.failed;
    default:
      throw new CliError(
        `Preview ${session.key} is not ready yet; it goes on without you.`,
        {
          code: 'Timeout',
          field: '--timeout',
          hint: `Run preview wait -k ${session.key} to go on waiting.`,
          exit: 'timeout',
        },
      );
  }
}
