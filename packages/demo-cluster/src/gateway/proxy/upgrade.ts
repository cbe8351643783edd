// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';
import { Duplex } from 'node:stream';
import { HeaderLines, linesOf } from '../filters/headers';
import { openRequest } from './attempt';
import { planRequest, planResponse } from './plan';
import { Proxy } from './Proxy';
import { viewOf } from './requestView';

const headText = (statusLine: string, lines: HeaderLines) =>
  [
    `HTTP/1.1 ${statusLine}`,
    ...lines.map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');

function connectionHeaders(headers: http.IncomingHttpHeaders): HeaderLines {
  return [
    ['Connection', 'Upgrade'],
    ['Upgrade', headers.upgrade ?? ''],
  ];
}

/** Passes a request for another protocol, such as a WebSocket, and then joins both connections. */
export async function handleUpgrade(
  proxy: Proxy,
  message: http.IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  socket.on('error', () => socket.destroy());
  const refuse = (statusLine: string) =>
    socket.end(headText(statusLine, [['Connection', 'close']]));
  const { decision, endpoint } = await proxy.next(viewOf(message), []);
  if (decision.kind !== 'forward') {
    refuse('404 Not Found');
    return;
  }
  if (!endpoint) {
    refuse('503 Service Unavailable');
    return;
  }
  const { entry, chosen } = decision;
  const outgoing = planRequest(
    viewOf(message),
    linesOf(message.rawHeaders),
    message.socket.remoteAddress ?? '',
    entry,
    chosen.filters,
  );
  const headers = [...outgoing.headers, ...connectionHeaders(message.headers)];
  const request = openRequest(
    endpoint,
    { ...outgoing, headers },
    { agent: false },
  );
  socket.once('close', () => request.destroy());
  request.on('error', () => refuse('502 Bad Gateway'));
  request.on('response', answer => {
    // The backend declined: it answers as usual, and the connection ends with that.
    const lines = planResponse(
      linesOf(answer.rawHeaders),
      entry,
      chosen.filters,
    );
    const status = `${answer.statusCode} ${answer.statusMessage}`;
    socket.write(headText(status, [...lines, ['Connection', 'close']]));
    answer.pipe(socket);
  });
  request.on('upgrade', (answer, backend, backendHead) => {
    const lines = planResponse(
      linesOf(answer.rawHeaders),
      entry,
      chosen.filters,
    );
    const status = `${answer.statusCode} ${answer.statusMessage}`;
    socket.write(
      headText(status, [...lines, ...connectionHeaders(answer.headers)]),
    );
    socket.write(backendHead);
    backend.write(head);
    backend.on('error', () => socket.destroy());
    backend.on('close', () => socket.destroy());
    socket.on('close', () => backend.destroy());
    backend.pipe(socket);
    socket.pipe(backend);
  });
  request.end();
}
