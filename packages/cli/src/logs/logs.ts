// SPDX-License-Identifier: Apache-2.0
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Context } from '../Context';
import { EXIT_CODES } from '../exitCodes';
import {
  type CommandOptions,
  portalCommand,
  type Tools,
} from '../portalCommand';
import type { Which } from '../sessions/findSessions';
import { pickOne } from '../sessions/pick';

export interface LogsOptions extends CommandOptions, Which {
  follow?: boolean;
  container?: string;
  tail?: number;
  previous?: boolean;
  since?: string;
}

/** Prints the log of a preview as it comes. */
export function run(context: Context, options: LogsOptions): Promise<number> {
  return portalCommand(context, options, async tools => {
    const { follow, container, tail, previous, since } = options;
    const { id } = await pickOne(tools, { ...options, ended: true });
    const response = await tools.portal.logs(
      id,
      { follow, container, tail, previous, sinceTime: since },
      // However long it takes: whoever follows ends it.
      { signal: new AbortController().signal },
    );
    await printLines(tools, id, response);
    return EXIT_CODES.ok;
  });
}

async function printLines(
  { output }: Tools,
  session: string,
  { body }: Response,
): Promise<void> {
  if (!body) {
    return;
  }
  const input = Readable.fromWeb(body as ReadableStream);
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    // The portal sends an empty line now and then to keep the way open.
    if (line !== '') {
      output.emit({ type: 'log', session, line });
    }
  }
}
