// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';
import { Duplex } from 'node:stream';
import { HeaderLines, linesOf } from '../filters/headers';
import { openRequest } from './attempt';
import { ownAnswers } from './answers';
import { Forward } from './decide';
import { planRequest, planResponse } from './plan';
import { Proxy } from './Proxy';
import { viewOf } from './requestView';

function writeHead(
  socket: Duplex,
  { statusCode }: { statusCode?: number },
  lines: HeaderLines,
): void {
  const status = statusCode ?? 502;
  const head = lines.map(([name, value]) => `${name}: ${value}`);
  socket.write(
    [
      `HTTP/1.1 ${status} ${http.STATUS_CODES[status] ?? ''}`,
      ...head,
      '',
      '',
    ].join('\r\n'),
  );
}

function refuse(socket: Duplex, statusCode: number): void {
  writeHead(socket, { statusCode }, [['Connection', 'close']]);
  socket.end();
}

const upgradeHeaders = (upgrade: string | undefined): HeaderLines => [
  ['Connection', 'Upgrade'],
  ['Upgrade', upgrade ?? ''],
];

function join(client: Duplex, backend: Duplex): void {
  backend.on('error', () => client.destroy());
  backend.on('close', () => client.destroy());
  client.on('close', () => backend.destroy());
  backend.pipe(client);
  client.pipe(backend);
}

function relay(
  request: http.ClientRequest,
  socket: Duplex,
  { entry, chosen }: Forward,
): void {
  const linesFor = ({ rawHeaders }: http.IncomingMessage) =>
    planResponse(linesOf(rawHeaders), entry, chosen.filters);
  request.on('error', () => refuse(socket, ownAnswers.unreachable.statusCode));
  request.on('response', answer => {
    // The backend declined: it answers as usual, and the connection ends with that.
    writeHead(socket, answer, [...linesFor(answer), ['Connection', 'close']]);
    answer.pipe(socket);
  });
  request.on('upgrade', (answer, backend, head) => {
    writeHead(socket, answer, [
      ...linesFor(answer),
      ...upgradeHeaders(answer.headers.upgrade),
    ]);
    socket.write(head);
    join(socket, backend);
  });
}

/**
 * Passes on a request for another protocol, such as a WebSocket, and then joins both connections.
 * `head` is what the client sent of that protocol already.
 */
export async function handleUpgrade(
  proxy: Proxy,
  message: http.IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  socket.on('error', () => socket.destroy());
  socket.unshift(head);
  const received = viewOf(message);
  const { decision, endpoint } = await proxy.next(received, []);
  if (decision.kind !== 'forward') {
    const redirected = decision.kind === 'redirect';
    refuse(socket, redirected ? 400 : decision.answer.statusCode);
    return;
  }
  if (!endpoint) {
    refuse(socket, ownAnswers.noEndpoint.statusCode);
    return;
  }
  const outgoing = planRequest(
    received,
    linesOf(message.rawHeaders),
    message.socket.remoteAddress ?? '',
    decision.entry,
    decision.chosen.filters,
  );
  const headers = [
    ...outgoing.headers,
    ...upgradeHeaders(message.headers.upgrade),
  ];
  const request = openRequest(
    endpoint,
    { ...outgoing, headers },
    { agent: false },
  );
  socket.once('close', () => request.destroy());
  relay(request, socket, decision);
  request.end();
}
