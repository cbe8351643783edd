// SPDX-License-Identifier: Apache-2.0

/** A resource of which a quota leaves too little; amounts as Kubernetes writes them. */
export interface Shortage {
  resource: string;
  limit: string;
  used: string;
  asked: string;
}

/** Why a quota stands in the way, for people who have never seen one. */
export function quotaSentence(quota: string, shortages: Shortage[]): string {
  const limits = shortages.map(
    ({ resource, limit, used, asked }) =>
      `${resource} to ${limit} (${used} in use, ${asked} more asked for)`,
  );
  return `The namespace has no quota left: the ResourceQuota "${quota}" limits ${limits.join(
    ' and ',
  )}.`;
}

const EXCEEDED =
  /exceeded quota: ([^,]+), requested: (\S+), used: (\S+), limited: (\S+)/;
const UNSAID = /failed quota: ([^:]+): must specify ([^\s:;]+)/;
const NO_RIGHT =
  /cannot (\w+) resource "([^"]+)" in API group "([^"]*)"(?: in the namespace "([^"]+)")?/;

/**
 * What an API server's refusal by a quota or for want of a right means, or
 * `null` where its words are not of that form.
 */
export function plainWords(text: string): string | null {
  return exceeded(text) ?? unsaid(text) ?? noRight(text);
}

function exceeded(text: string): string | null {
  const [, quota, ...lists] = EXCEEDED.exec(text) ?? [];
  if (quota === undefined) {
    return null;
  }
  const [asked, used, limits] = lists.map(amounts);
  const shortages = [...limits].map(([resource, limit]) => ({
    resource,
    limit,
    used: used.get(resource) ?? '0',
    asked: asked.get(resource) ?? '0',
  }));
  return quotaSentence(quota, shortages);
}

/** `pods=1,requests.cpu=500m` */
function amounts(list: string): Map<string, string> {
  return new Map(
    list.split(',').map((each): [string, string] => {
      const [resource, amount = ''] = each.split('=');
      return [resource, amount];
    }),
  );
}

function unsaid(text: string): string | null {
  const [, quota, resources] = UNSAID.exec(text) ?? [];
  return quota === undefined
    ? null
    : `The ResourceQuota "${quota}" of the namespace wants every container to state ${resources
        .split(',')
        .join(' and ')}, and one of the service does not.`;
}

function noRight(text: string): string | null {
  const [, verb, resource, group, namespace] = NO_RIGHT.exec(text) ?? [];
  if (verb === undefined) {
    return null;
  }
  const [name, part] = resource.split('/');
  const what = `${group ? `${name}.${group}` : name}${part ? `/${part}` : ''}`;
  return namespace === undefined
    ? `The portal may not do this in the cluster: it has not been granted the right to ${verb} ${what}.`
    : `The portal may not do this in the namespace ${namespace}: it has not been granted the right to ${verb} ${what}.`;
}
