// SPDX-License-Identifier: Apache-2.0
import { Clock } from '../clock';
import { Json } from '../objects';
import { toTable, wantsTable } from '../tables/table';
import { Exchange } from './Exchange';

const READS = ['get', 'list', 'watch'];

/** Turns what was read into the form that the client asked for: itself, or rows of a table. */
export function presentAs(
  { info, kind, accept, query }: Exchange,
  clock: Clock,
): (body: Json) => Json {
  if (!READS.includes(info.verb) || info.subresource || !wantsTable(accept))
    return body => body;
  const include = query.get('includeObject') ?? 'Metadata';
  return body => toTable(kind, body, clock.now(), include);
}
