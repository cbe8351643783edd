// SPDX-License-Identifier: Apache-2.0
import { RouteFilter } from '../objects';
import { modifyPath } from './paths';

/** What a redirect needs to know of the request that it answers. */
export interface RedirectedRequest {
  host: string;
  path: string;
  /** With the question mark, or empty. */
  search: string;
  listenerPort: number;
  matchedPrefix: string;
}

const wellKnownPorts: Record<string, number> = { http: 80, https: 443 };

/** The answer to a request whose rule carries a RequestRedirect filter. */
export function redirectAnswer(
  filter: NonNullable<RouteFilter['requestRedirect']>,
  request: RedirectedRequest,
): { statusCode: number; location: string } {
  const scheme = filter.scheme ?? 'http';
  const port =
    filter.port ??
    (filter.scheme ? wellKnownPorts[scheme] : request.listenerPort);
  const host = filter.hostname ?? request.host;
  const authority = port === wellKnownPorts[scheme] ? host : `${host}:${port}`;
  const path = modifyPath(request.path, filter.path, request.matchedPrefix);
  return {
    statusCode: filter.statusCode ?? 302,
    location: `${scheme}://${authority}${path}${request.search}`,
  };
}
