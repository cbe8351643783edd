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

/** Machines that are not told otherwise, such as Macs, have this one only. */
const SHARED = '127.0.0.1';

/** Gives each pod a loopback address of its own, 127.x.y.z, where the machine has them. */
export class PodAddresses {
  #next = 0;

  /** Where to begin to look; different clusters begin at different places. */
  startAt(seed: number): void {
    this.#next = (seed * 251) % NETWORK_SIZE;
  }

  /** @throws Error when no address of a thousand could be held */
  async take(): Promise<PodAddress> {
    for (let attempt = 0; attempt < 1_000; attempt += 1) {
      const ip = addressAt(this.#next);
      this.#next = (this.#next + 1) % NETWORK_SIZE;
      const held = await hold(ip);
      if (held instanceof Server) return { ip, release: () => held.close() };
      if (held === 'EADDRNOTAVAIL') return { ip: SHARED, release: () => {} };
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

/** A listener on the address, or the code of what hinders it. */
function hold(ip: string): Promise<Server | string | undefined> {
  return new Promise(resolve => {
    const server = createServer(socket => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen(HOLD_PORT, ip, () => resolve(server));
  });
}
