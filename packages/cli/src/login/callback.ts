// SPDX-License-Identifier: Apache-2.0
import { createServer, type ServerResponse } from 'node:http';
import { CliError } from '../CliError';

/** The portal's answer, on its way through the browser of the person. */
export interface Callback {
  /** @throws CliError when the person said no */
  code(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Listens on this machine, where the portal sends the browser back to.
 * Answers that do not carry `state` are of somebody else and do not count.
 *
 * @throws CliError when something listens there already
 */
export async function awaitCallback(
  redirectUri: string,
  state: string,
): Promise<Callback> {
  const { hostname, port, pathname } = new URL(redirectUri);
  let settle: (answer: { code: string } | { refused: string }) => void;
  const answered = new Promise<{ code: string } | { refused: string }>(done => {
    settle = done;
  });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', redirectUri);
    const { searchParams: given } = url;
    if (url.pathname !== pathname || given.get('state') !== state) {
      say(response, 400, 'This is not the login that was begun.');
      return;
    }
    const code = given.get('code');
    say(response, 200, 'You can close this page and go on in the terminal.');
    settle(code ? { code } : { refused: given.get('error') ?? 'no code' });
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed).listen(Number(port), hostname, done);
  }).catch(() => {
    throw new CliError(`Something else listens on ${hostname}:${port}.`, {
      code: 'PortInUse',
      hint: 'End it, or log in with --with-token.',
    });
  });
  return {
    async code() {
      const answer = await answered;
      if ('refused' in answer) {
        throw new CliError(`The login was not granted (${answer.refused}).`, {
          code: 'NotSignedIn',
          hint: 'Run preview login again, and allow it in the browser.',
          exit: 'notSignedIn',
        });
      }
      return answer.code;
    },
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    Connection: 'close',
  });
  response.end(text);
}
