// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readDemo } from './demo';

const run = promisify(execFile);

/** Runs a copied command as a person would: in a shell. */
export async function inShell(command: string): Promise<string> {
  const { stdout } = await run('sh', ['-c', command]);
  return stdout;
}

/** What the gateway answers for a service, with a key or without. */
export async function ask(
  service: string,
  key?: string,
): Promise<{ status: number; body: string; key: string | null }> {
  const response = await fetch(`${readDemo().gateway}/${service}`, {
    headers: key ? { 'x-preview-key': key } : {},
  });
  return {
    status: response.status,
    body: await response.text(),
    key: response.headers.get('x-preview-key'),
  };
}

/** Asks without pause until stopped; every answer is kept. */
export function askAgainAndAgain(service: string, key: string) {
  const answers: { status: number; body: string }[] = [];
  let going = true;
  const done = (async () => {
    while (going) {
      answers.push(
        await ask(service, key).catch(error => ({
          status: 0,
          body: String(error),
        })),
      );
    }
  })();
  return {
    answers,
    stop: async () => {
      going = false;
      await done;
    },
  };
}
