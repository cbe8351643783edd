// SPDX-License-Identifier: Apache-2.0
import { ResponseError } from '@backstage/errors';
import type {
  PreviewApi,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { readerOptions, someOptions } from './options';

/** An API that answers only what an example expects to be asked. */
export function exampleApi(calls: Partial<PreviewApi>): PreviewApi {
  return new Proxy(calls, {
    get: (known, name) =>
      known[name as keyof PreviewApi] ??
      (() => {
        throw new Error(`This example does not expect ${String(name)}`);
      }),
  }) as PreviewApi;
}

/** Lists as the backend gives them: active ones, or those that are over. */
export function listing(
  active: PreviewSession[],
  over: PreviewSession[] = [],
): Pick<PreviewApi, 'listSessions' | 'entityOptions'> {
  return {
    listSessions: async query => ({
      items: query?.active ? active : over,
      nextCursor: null,
      count: String(over.length),
    }),
    entityOptions: async () => someOptions(),
  };
}

/** The same for somebody who only reads. */
export function listingForReader(
  active: PreviewSession[],
): Pick<PreviewApi, 'listSessions' | 'entityOptions'> {
  return { ...listing(active), entityOptions: async () => readerOptions() };
}

/** A call that is never answered. */
export const never = () => new Promise<never>(() => {});

/** A call that the backend refuses as it refuses everything. */
export function refusing(
  status: number,
  error: {
    code: string;
    message: string;
    hint?: string;
    field?: string;
  },
) {
  return async (): Promise<never> => {
    throw await ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: { name: 'PreviewError', retryable: false, ...error },
          response: { statusCode: status },
        }),
        { status, headers: { 'Content-Type': 'application/json' } },
      ),
    );
  };
}

/** A log as the backend streams it; one that is followed does not end. */
export async function logAnswer(text: string, ends = false): Promise<Response> {
  const parts = [new TextEncoder().encode(text)];
  const reader = {
    read: async () => {
      const value = parts.shift();
      return value === undefined && !ends
        ? never()
        : { value, done: value === undefined };
    },
  };
  return { ok: true, body: { getReader: () => reader } } as unknown as Response;
}
