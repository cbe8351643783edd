// SPDX-License-Identifier: Apache-2.0

export interface ResourceRequest {
  verb: string;
  group: string;
  version: string;
  namespace?: string;
  resource: string;
  name?: string;
  subresource?: string;
}

/** What a request is about: a resource, or a path of its own such as `/version`. */
export type RequestInfo =
  | ({ type: 'resource' } & ResourceRequest)
  | { type: 'path'; verb: string; path: string };

const WRITES: Record<string, string> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
};

/** Reads method, path and query the way the API server does. */
export function requestInfo(method: string, url: URL): RequestInfo {
  const parts = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const [root, ...rest] = parts;
  const [group, version, ...path] = root === 'api' ? ['', ...rest] : rest;
  const isResource = (root === 'api' || root === 'apis') && path.length > 0;
  if (!isResource)
    return { type: 'path', verb: method.toLowerCase(), path: url.pathname };
  const place = placeOf(path);
  return {
    type: 'resource',
    verb: verbOf(method, url, place.name),
    group,
    version,
    ...place,
  };
}

function placeOf(
  path: string[],
): Pick<ResourceRequest, 'namespace' | 'resource' | 'name' | 'subresource'> {
  // `/namespaces/NAME/status` is about the namespace, `/namespaces/NAME/pods` about what is in it.
  const inNamespace =
    path[0] === 'namespaces' &&
    path.length > 2 &&
    !['status', 'finalize'].includes(path[2]);
  const [resource, name, ...sub] = inNamespace ? path.slice(2) : path;
  const namespace = inNamespace ? path[1] : undefined;
  return {
    resource,
    ...(namespace && { namespace }),
    ...(name && { name }),
    ...(sub.length && { subresource: sub.join('/') }),
  };
}

function verbOf(method: string, url: URL, name?: string): string {
  const watch = ['true', '1'].includes(url.searchParams.get('watch') ?? '');
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (watch) return 'watch';
      return name ? 'get' : 'list';
    case 'DELETE':
      return name ? 'delete' : 'deletecollection';
    default:
      return WRITES[method] ?? method.toLowerCase();
  }
}
