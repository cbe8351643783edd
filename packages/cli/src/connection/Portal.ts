// SPDX-License-Identifier: Apache-2.0
import { PreviewClient } from '@preview-environments/backstage-plugin-preview-common';
import { ResponseError } from '@backstage/errors';
import type { Context } from '../Context';
import type { Connection } from './connect';
import { retrying } from './retry';

/** Longer than the longest answer, the long poll of 25 seconds. */
const PATIENCE = 60_000;

/** Everything that the portal can be asked, as whoever the token says. */
export class Portal extends PreviewClient {
  constructor(
    private readonly context: Pick<
      Context,
      'fetch' | 'env' | 'clock' | 'randomId'
    >,
    private readonly connection: Connection,
    /** How often to ask again where that may help. */
    private readonly retries = 0,
  ) {
    super({
      client: context.env.PREVIEW_CLIENT === 'action' ? 'action' : 'cli',
      discoveryApi: {
        getBaseUrl: async plugin => `${connection.portal}/api/${plugin}`,
      },
      fetchApi: { fetch: (input, init) => this.insist(String(input), init) },
    });
  }

  get url(): string {
    return this.connection.portal;
  }

  /** As often as allowed while it may help, and never twice what is one. */
  private async insist(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (init.method === 'PATCH') {
      headers.set('Idempotency-Key', this.context.randomId());
    }
    return retrying(this.context, this.retries, async last => {
      const response = await this.ask(url, { ...init, headers });
      if (!response.ok && !last) {
        throw await ResponseError.fromResponse(response);
      }
      return response;
    });
  }

  /** Asks any part of the portal, with the token. */
  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${this.connection.token}`);
    const signal = init.signal ?? AbortSignal.timeout(PATIENCE);
    return this.context.fetch(url, { ...init, headers, signal });
  }
}
