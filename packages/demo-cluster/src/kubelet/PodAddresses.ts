// SPDX-License-Identifier: Apache-2.0
import { Server, createServer } from 'node:net';

// Every address of a pod is held by a listener on this port, so that two clusters on one machine
// never give the same address to two pods.
const HOLD_PORT = 49_151;
const NETWORK_SIZE = 250 * 256 * 250;

export interface PodAddress {
  ip: string;
  release(): void;
}

/** Gives each pod a loopback address of its own, 127.x.y.z. */
export class PodAddresses {
  #next: number;

  constructor(start: number) {
    this.#next = (start * 251) % NETWORK_SIZE;
  }

  /** @throws Error when no address of a thousand could be held */
  async take(): Promise<PodAddress> {
    for (let attempt = 0; attempt < 1_000; attempt += 1) {
      const ip = addressAt(this.#next);
      this.#next = (this.#next + 1) % NETWORK_SIZE;
      const holder = await hold(ip);
      if (holder) return { ip, release: () => holder.close() };
    }
    throw new Error('No free loopback address for a pod');
  }
}

function addressAt(index: number): string {
  const last = (index % 250) + 2;
  const middle = Math.floor(index / 250) % 256;
  const first = (Math.floor(index / (250 * 256)) % 250) + 2;
  return `127.${first}.${middle}.${last}`;
}

function hold(ip: string): Promise<Server | undefined> {
  return new Promise(resolve => {
    const server = createServer(socket => socket.destroy());
    server.once('error', () => resolve(undefined));
    server.listen(HOLD_PORT, ip, () => resolve(server));
  });
}
