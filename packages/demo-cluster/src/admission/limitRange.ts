// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';
import { forbidden } from '../registry/StatusError';
import { parseQuantity } from '../scheduler/quantity';
import { Admission } from './Admission';

const containersOf = (spec: Json): Json[] => [
  ...(spec.initContainers ?? []),
  ...(spec.containers ?? []),
];

/** Fills in the defaults of a namespace's LimitRanges and holds containers to their bounds. */
export const limitRange: Admission = {
  mutate({ operation, kind, object, store }) {
    if (operation !== 'CREATE' || kind.kind !== 'Pod') return;
    const limits = containerLimits(
      store.list('limitranges', object.metadata.namespace),
    );
    for (const container of containersOf(object.spec))
      limits.forEach(limit => fillIn(container, limit));
  },
  check({ operation, kind, object, store }) {
    if (operation !== 'CREATE' || kind.kind !== 'Pod') return;
    const limits = containerLimits(
      store.list('limitranges', object.metadata.namespace),
    );
    const problems = containersOf(object.spec).flatMap(container =>
      limits.flatMap(limit => problemsOf(container, limit)),
    );
    if (!problems.length) return;
    throw forbidden(
      kind,
      object.metadata.name,
      problems.length === 1 ? problems[0] : `[${problems.join(', ')}]`,
    );
  },
};

function containerLimits(ranges: Json[]): Json[] {
  return ranges
    .flatMap(({ spec }) => spec?.limits ?? [])
    .filter(limit => limit.type === 'Container');
}

function fillIn(container: Json, limit: Json): void {
  const { requests, limits } = container.resources ?? {};
  const allLimits = { ...limit.default, ...limits };
  // A request that nobody states is the limit, where that is stated by the container itself.
  const allRequests = { ...limit.defaultRequest, ...limits, ...requests };
  container.resources = {
    ...container.resources,
    ...(Object.keys(allLimits).length && { limits: allLimits }),
    ...(Object.keys(allRequests).length && { requests: allRequests }),
  };
}

function problemsOf(
  { resources = {} }: Json,
  { max = {}, min = {} }: Json,
): string[] {
  const tooMuch = Object.entries<string>(max)
    .filter(
      ([name, bound]) =>
        parseQuantity(resources.limits?.[name] ?? 'Infinity') >
          parseQuantity(bound) || !resources.limits?.[name],
    )
    .map(([name, bound]) =>
      resources.limits?.[name]
        ? `maximum ${name} usage per Container is ${bound}, but limit is ${resources.limits[name]}`
        : `maximum ${name} usage per Container is ${bound}.  No limit is specified`,
    );
  const tooLittle = Object.entries<string>(min)
    .filter(
      ([name, bound]) =>
        !resources.requests?.[name] ||
        parseQuantity(resources.requests[name]) < parseQuantity(bound),
    )
    .map(([name, bound]) =>
      resources.requests?.[name]
        ? `minimum ${name} usage per Container is ${bound}, but request is ${resources.requests[name]}`
        : `minimum ${name} usage per Container is ${bound}.  No request is specified`,
    );
  return [...tooMuch, ...tooLittle];
}
