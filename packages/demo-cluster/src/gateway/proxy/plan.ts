// SPDX-License-Identifier: Apache-2.0
import {
  endToEnd,
  HeaderLines,
  headerValue,
  modifyHeaders,
  withHeader,
} from '../filters/headers';
import { modifyPath } from '../filters/paths';
import { RouteFilter } from '../objects';
import { TableEntry } from '../table/table';
import { ReceivedRequest } from './requestView';

/** The request as a backend gets it. */
export interface OutgoingRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: HeaderLines;
}

function forwarded(lines: HeaderLines, client: string): HeaderLines {
  const chain = headerValue(lines, 'x-forwarded-for');
  const withClient = withHeader(
    lines,
    'x-forwarded-for',
    chain ? `${chain}, ${client}` : client,
  );
  const withScheme = withHeader(withClient, 'x-forwarded-proto', 'http');
  const host = headerValue(lines, 'host');
  if (host === undefined) return withScheme;
  // A second Host line is an attempt to be read differently further on; the first one counts.
  return withHeader(
    withHeader(withScheme, 'x-forwarded-host', host),
    'host',
    host,
  );
}

/** Applies the request filters of a rule, then those of the chosen backend, in their order. */
export function planRequest(
  received: ReceivedRequest,
  headers: HeaderLines,
  client: string,
  entry: TableEntry,
  backendFilters: RouteFilter[],
): OutgoingRequest {
  // The gateway itself answers an Expect; a chunked body stays chunked.
  const chunked = headers.filter(
    ([name]) => name.toLowerCase() === 'transfer-encoding',
  );
  let lines: HeaderLines = forwarded(endToEnd(headers), client).filter(
    ([name]) => name.toLowerCase() !== 'expect',
  );
  let path = received.path;
  for (const filter of [...entry.rule.filters, ...backendFilters]) {
    if (filter.requestHeaderModifier) {
      lines = modifyHeaders(lines, filter.requestHeaderModifier);
    }
    if (filter.urlRewrite) {
      path = modifyPath(path, filter.urlRewrite.path, entry.match.path.value);
      if (filter.urlRewrite.hostname) {
        lines = withHeader(lines, 'host', filter.urlRewrite.hostname);
      }
    }
  }
  return {
    method: received.method,
    target: `${path}${received.search}`,
    headers: [...lines, ...chunked],
  };
}

/** Applies the response filters of the chosen backend, then those of the rule. */
export function planResponse(
  headers: HeaderLines,
  entry: TableEntry,
  backendFilters: RouteFilter[],
): HeaderLines {
  return [...backendFilters, ...entry.rule.filters].reduce(
    (lines, { responseHeaderModifier }) =>
      responseHeaderModifier
        ? modifyHeaders(lines, responseHeaderModifier)
        : lines,
    endToEnd(headers),
  );
}
