// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_HEADER } from '@preview-environments/backstage-plugin-preview-common';
import type { HeaderModifier, RouteFilter } from './model';

const TYPE = 'ResponseHeaderModifier';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * Answers of a preview say so, and no cache may keep them: the address is the
 * one of the stable version. Merged into the team's filter, since a rule may
 * have only one of this type.
 */
export function markResponses(
  filters: RouteFilter[],
  key: string,
  header: string,
): RouteFilter[] {
  const index = filters.findIndex(({ type }) => type === TYPE);
  const present = filters[index]?.responseHeaderModifier ?? {};
  const merged = {
    type: TYPE,
    responseHeaderModifier: mark(present, key, header),
  };
  return index < 0
    ? [...filters, merged]
    : filters.map((filter, i) => (i === index ? merged : filter));
}

function mark(
  { set = [], add = [], remove = [] }: HeaderModifier,
  key: string,
  header: string,
): HeaderModifier {
  const ours = [
    { name: DEFAULT_HEADER, value: key },
    { name: 'cache-control', value: 'private, no-store' },
  ];
  const foreign = ({ name }: { name: string }) =>
    !ours.some(each => same(each.name, name));
  const vary = set.find(({ name }) => same(name, 'vary'));
  const kept = remove.filter(name => foreign({ name }) && !same(name, 'vary'));
  const removesVary = remove.some(name => same(name, 'vary'));
  const varies = {
    name: 'vary',
    value: vary ? `${vary.value}, ${header}` : header,
  };
  const setsVary = vary !== undefined || removesVary;
  return {
    set: [
      ...set.filter(each => foreign(each) && each !== vary),
      ...ours,
      ...(setsVary ? [varies] : []),
    ],
    ...merge('add', [
      ...add.filter(
        each => foreign(each) && (setsVary || !same(each.name, 'vary')),
      ),
      ...(setsVary ? [] : [withTeamVary(add, varies)]),
    ]),
    ...merge('remove', kept),
  };
}

/** `add` may name a header only once. */
function withTeamVary(
  add: { name: string; value: string }[],
  ours: { name: string; value: string },
) {
  const team = add.find(({ name }) => same(name, 'vary'));
  return team ? { ...ours, value: `${team.value}, ${ours.value}` } : ours;
}

function merge<T>(field: string, values: T[]) {
  return values.length ? { [field]: values } : {};
}
