// SPDX-License-Identifier: Apache-2.0
import { Kind } from '../kinds/Kind';
import { Kinds } from '../kinds/Kinds';
import { Json } from '../objects';
import { VIRTUAL_RESOURCES, VirtualResource } from './virtualResources';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];
const SUBRESOURCES: Record<
  string,
  {
    name: string;
    kind: string;
    verbs: string[];
    group?: string;
    version?: string;
  }[]
> = {
  pods: [
    { name: 'log', kind: 'Pod', verbs: ['get'] },
    {
      name: 'eviction',
      kind: 'Eviction',
      verbs: ['create'],
      group: 'policy',
      version: 'v1',
    },
  ],
  serviceaccounts: [
    {
      name: 'token',
      kind: 'TokenRequest',
      verbs: ['create'],
      group: 'authentication.k8s.io',
      version: 'v1',
    },
  ],
};

/** `/api`: the versions of the core group. */
export function coreVersions(): Json {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [
      { clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1' },
    ],
  };
}

function groupVersions(kinds: Kinds): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { group, version } of [...kinds.all(), ...VIRTUAL_RESOURCES]) {
    if (group) found.set(group, (found.get(group) ?? new Set()).add(version));
  }
  return found;
}

function groupOf(name: string, versions: Set<string>): Json {
  const list = [...versions]
    .sort()
    .map(version => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions: list, preferredVersion: list[0] };
}

/** `/apis`: all other groups. */
export function groupList(kinds: Kinds): Json {
  const groups = [...groupVersions(kinds)].map(([name, versions]) =>
    groupOf(name, versions),
  );
  return { kind: 'APIGroupList', apiVersion: 'v1', groups };
}

/** `/apis/GROUP`. */
export function groupDocument(kinds: Kinds, name: string): Json | undefined {
  const versions = groupVersions(kinds).get(name);
  return (
    versions && {
      kind: 'APIGroup',
      apiVersion: 'v1',
      ...groupOf(name, versions),
    }
  );
}

/** `/api/v1` and `/apis/GROUP/VERSION`. */
export function resourceList(
  kinds: Kinds,
  group: string,
  version: string,
): Json | undefined {
  const own = kinds
    .all()
    .filter(kind => kind.group === group && kind.version === version);
  const virtual = VIRTUAL_RESOURCES.filter(
    item => item.group === group && item.version === version,
  );
  if (!own.length && !virtual.length) return undefined;
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: group ? `${group}/${version}` : version,
    resources: [...own.flatMap(resourcesOf), ...virtual.map(virtualResource)],
  };
}

function virtualResource({ plural, kind }: VirtualResource): Json {
  return {
    name: plural,
    singularName: kind.toLowerCase(),
    namespaced: plural.startsWith('local'),
    kind,
    verbs: ['create'],
  };
}

function resourcesOf(kind: Kind): Json[] {
  const { plural, singular, namespaced, shortNames, categories } = kind;
  const part = (name: string, verbs: string[], rest: Json = {}) => ({
    name: `${plural}/${name}`,
    singularName: '',
    namespaced,
    kind: kind.kind,
    verbs,
    ...rest,
  });
  return [
    {
      name: plural,
      singularName: singular,
      namespaced,
      kind: kind.kind,
      verbs: VERBS,
      ...(shortNames.length && { shortNames }),
      ...(categories.length && { categories }),
      storageVersionHash: Buffer.from(plural).toString('base64').slice(0, 12),
    },
    ...(kind.status ? [part('status', ['get', 'patch', 'update'])] : []),
    ...(kind.scale
      ? [
          part('scale', ['get', 'patch', 'update'], {
            group: 'autoscaling',
            version: 'v1',
            kind: 'Scale',
          }),
        ]
      : []),
    ...(kind.group === '' ? SUBRESOURCES[plural] ?? [] : []).map(
      ({ name, verbs, ...rest }) => part(name, verbs, rest),
    ),
  ];
}
