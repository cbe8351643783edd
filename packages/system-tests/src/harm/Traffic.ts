// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';

export interface Answer {
  status: number;
  key: string | null;
  image: string;
}

const CONCURRENCY = 16;

/** A stream of requests without a key, whose answers are counted. */
export class Traffic {
  /** Requests so far that were answered by whomever. */
  answered = 0;
  /** Answers that came from a preview. */
  readonly leaks: string[] = [];
  private running = true;
  private readonly agent = new http.Agent({
    keepAlive: true,
    maxSockets: CONCURRENCY,
  });
  private readonly pumps: Promise<void>[];

  constructor(private readonly url: string, private readonly stable: string) {
    this.pumps = Array.from({ length: CONCURRENCY }, () => this.pump());
  }

  /** One request, with or without a key. */
  ask(headers: Record<string, string> = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = http.get(
        this.url,
        { agent: this.agent, headers },
        response => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', chunk => (body += chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              key: (response.headers['x-preview-key'] as string) ?? null,
              image: body.match(/"image": "([^"]*)"/)?.[1] ?? '',
            }),
          );
        },
      );
      request.on('error', reject);
    });
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.pumps);
    this.agent.destroy();
  }

  private async pump(): Promise<void> {
    while (this.running) {
      const { key, image, status } = await this.ask();
      this.answered += 1;
      if (key !== null || (status === 200 && image !== this.stable)) {
        this.leaks.push(`leak: ${status} ${key} ${image}`);
      }
    }
  }
}
