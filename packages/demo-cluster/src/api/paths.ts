// SPDX-License-Identifier: Apache-2.0
import {
  coreVersions,
  groupDocument,
  groupList,
  resourceList,
} from '../discovery/discovery';
import { openApiDocument, openApiIndex } from '../discovery/openapi/v3';
import { Kinds } from '../kinds/Kinds';
import { Json } from '../objects';
import { notImplemented, unknownPath } from '../registry/StatusError';

const VERSION = {
  major: '1',
  minor: '36',
  gitVersion: 'v1.36.2+demo',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '2026-08-01T00:00:00Z',
  goVersion: '',
  compiler: '',
  platform: `${process.platform}/${process.arch}`,
};

/** GET of a path that is not about a resource. Text answers are plain, others JSON. */
export function answerPath(path: string, kinds: Kinds): Json | string {
  const parts = path.split('/').filter(Boolean);
  const [root, first, second] = parts;
  switch (root) {
    case 'healthz':
    case 'livez':
    case 'readyz':
      return 'ok';
    case 'version':
      return VERSION;
    case 'api':
      return first
        ? found(first === 'v1' ? resourceList(kinds, '', first) : undefined)
        : coreVersions();
    case 'apis':
      if (!first) return groupList(kinds);
      return found(
        second
          ? resourceList(kinds, first, second)
          : groupDocument(kinds, first),
      );
    case 'openapi':
      return found(
        path.replace(/\/$/, '') === '/openapi/v3'
          ? openApiIndex(kinds)
          : openApiDocument(kinds, path),
      );
    case 'metrics':
      throw notImplemented('metrics');
    default:
      throw unknownPath();
  }
}

function found(document: Json | undefined): Json {
  if (!document) throw unknownPath();
  return document;
}
