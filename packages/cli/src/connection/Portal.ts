// SPDX-License-Identifier: Apache-2.0
import { PreviewClient } from '@preview-environments/backstage-plugin-preview-common';
import type { Context } from '../Context';
import type { Connection } from './connect';

/** Longer than the longest answer, the long poll of 25 seconds. */
const PATIENCE = 60_000;

/** Everything that the portal can be asked, as whoever the token says. */
export class Portal extends PreviewClient {
  constructor(
    private readonly context: Pick<Context, 'fetch' | 'env'>,
    private readonly connection: Connection,
  ) {
    super({
      client: context.env.PREVIEW_CLIENT === 'action' ? 'action' : 'cli',
      discoveryApi: {
        getBaseUrl: async plugin => `${connection.portal}/api/${plugin}`,
      },
      fetchApi: { fetch: (input, init) => this.ask(String(input), init) },
    });
  }

  get url(): string {
    return this.connection.portal;
  }

  /** Asks any part of the portal, with the token. */
  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${this.connection.token}`);
    const signal = init.signal ?? AbortSignal.timeout(PATIENCE);
    return this.context.fetch(url, { ...init, headers, signal });
  }
}
