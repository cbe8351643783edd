// SPDX-License-Identifier: Apache-2.0
import { IncomingMessage } from 'node:http';
import { hostOf } from '../table/hostname';
import { RequestView } from '../table/requestMatch';

/** A request as the table sees it, and the rest of its address. */
export interface ReceivedRequest extends RequestView {
  /** With the question mark, or empty. */
  search: string;
}

/** Reads what routing depends on. A full URL as request target outranks the Host header. */
export function viewOf(message: IncomingMessage): ReceivedRequest {
  const target = message.url ?? '/';
  const absolute = /^https?:\/\/([^/?#]*)(.*)$/i.exec(target);
  const local = absolute ? absolute[2] : target;
  const start = local.indexOf('?');
  const search = start < 0 ? '' : local.slice(start);
  const path = start < 0 ? local : local.slice(0, start);
  return {
    host: hostOf(absolute ? absolute[1] : message.headers.host),
    method: message.method ?? 'GET',
    path: path || '/',
    search,
    query: new URLSearchParams(search),
    headers: message.headers,
  };
}
