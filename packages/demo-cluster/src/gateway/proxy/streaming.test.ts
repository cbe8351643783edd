// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { systemClock } from '../../clock';
import { aBackend, aClosedPort, TestBackend } from '../testUtils/aBackend';
import { aDataPlane, worldOf } from '../testUtils/aDataPlane';
import { toService } from '../testUtils/builders';
import { send } from '../testUtils/send';

let plane: Awaited<ReturnType<typeof aDataPlane>>;
let backend: TestBackend;

afterEach(async () => {
  await plane.stop();
  await backend.stop();
});

const get = (port: number) =>
  http.get({ host: '127.0.0.1', port, path: '/', agent: false });

it('passes on an answer piece by piece, and a client that leaves', async () => {
  let left: Promise<unknown> | undefined;
  backend = await aBackend('slow', (_, response) => {
    response.write('first');
    left = once(response, 'close');
  });
  plane = await aDataPlane(
    systemClock,
    worldOf([toService('a')], { a: [backend.port] }),
  );
  const request = get(plane.port);
  request.on('error', () => {});
  const [response] = await once(request, 'response');
  const [chunk] = await once(response, 'data');
  expect(String(chunk)).toBe('first');
  response.on('error', () => {});
  request.destroy();
  await left;
});

it('cuts off the client when the backend breaks off', async () => {
  backend = await aBackend('broken', (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('some', () => response.destroy());
  });
  plane = await aDataPlane(
    systemClock,
    worldOf([toService('a')], { a: [backend.port] }),
  );
  await expect(send(plane.port, '/')).rejects.toThrow(/aborted|reset/);
});

describe('mirrors', () => {
  const mirrorTo = (name: string, percent?: number) => ({
    type: 'RequestMirror',
    requestMirror: { backendRef: { name, port: 80 }, percent },
  });

  it('get a copy with its body, and their answer is dropped', async () => {
    backend = await aBackend('main');
    let arrived: (body: string) => void;
    const copy = new Promise<string>(resolve => {
      arrived = resolve;
    });
    const mirror = await aBackend('mirror', ({ body }, response) => {
      response.writeHead(500).end();
      arrived(body);
    });
    const rule = toService('main', { filters: [mirrorTo('mirror')] });
    plane = await aDataPlane(
      systemClock,
      worldOf([rule], { main: [backend.port], mirror: [mirror.port] }),
    );
    const body = 'x'.repeat(300_000);
    const answer = await send(plane.port, '/', { method: 'POST', body });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body).body).toBe(body);
    expect(await copy).toBe(body);
    await mirror.stop();
  });

  it('that are away or not resolved change nothing', async () => {
    backend = await aBackend('main');
    const filters = [mirrorTo('closed'), mirrorTo('unknown')];
    plane = await aDataPlane(
      systemClock,
      worldOf([toService('main', { filters })], {
        main: [backend.port],
        closed: [await aClosedPort()],
      }),
    );
    const { status } = await send(plane.port, '/', {
      method: 'POST',
      body: 'b',
    });
    expect(status).toBe(200);
  });
});

describe('upgrades', () => {
  const head = (path: string) =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n`;

  async function talk(text: string): Promise<string> {
    const socket = net.connect(plane.port, '127.0.0.1');
    socket.write(text);
    let received = '';
    for await (const chunk of socket) {
      received += chunk;
      if (received.endsWith('\r\n\r\n')) socket.write('hello');
      if (received.endsWith('hello')) socket.end();
    }
    return received;
  }

  it('join client and backend', async () => {
    backend = await aBackend('echo');
    const server = http.createServer();
    server.on('upgrade', (_, socket) => {
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n',
      );
      socket.pipe(socket);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    plane = await aDataPlane(
      systemClock,
      worldOf([toService('a')], { a: [port] }),
    );
    const received = await talk(head('/'));
    expect(received).toMatch(/^HTTP\/1.1 101 [^]*hello$/);
    await new Promise(resolve => server.close(resolve));
  });

  it('are refused where no route matches', async () => {
    backend = await aBackend('none');
    plane = await aDataPlane(systemClock, worldOf([], {}));
    expect(await talk(head('/'))).toContain('404');
  });
});
