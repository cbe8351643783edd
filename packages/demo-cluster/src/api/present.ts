// SPDX-License-Identifier: Apache-2.0
import { Clock } from '../clock';
import { Json } from '../objects';
import { toTable, wantsTable } from '../tables/table';
import { Exchange } from './Exchange';

const READS = ['get', 'list', 'watch'];

const PARTIAL = /;\s*as=PartialObjectMetadata(List)?\b/;

/** Turns what was read into the form that the client asked for: itself, rows of a table, metadata. */
export function presentAs(
  { info, kind, accept, query }: Exchange,
  clock: Clock,
): (body: Json) => Json {
  if (!READS.includes(info.verb) || info.subresource) return body => body;
  if (wantsTable(accept)) {
    const include = query.get('includeObject') ?? 'Metadata';
    return body => toTable(kind, body, clock.now(), include);
  }
  return PARTIAL.test(accept) ? onlyMetadata : body => body;
}

function onlyMetadata({ metadata, items }: Json): Json {
  const apiVersion = 'meta.k8s.io/v1';
  if (!items) return { apiVersion, kind: 'PartialObjectMetadata', metadata };
  return {
    apiVersion,
    kind: 'PartialObjectMetadataList',
    metadata,
    items: items.map(onlyMetadata),
  };
}
