// SPDX-License-Identifier: Apache-2.0
import {
  ENTITY_TARGET,
  parseTarget,
} from '@preview-environments/backstage-plugin-preview-common';
import { CliError } from '../CliError';
import type { Portal } from '../connection/Portal';
import type { Wish } from './wish';

/** What the catalog says of an entity, as far as it matters here. */
interface Entity {
  kind: string;
  metadata: { name: string; namespace?: string };
}

interface Place {
  kind: string;
  namespace: string;
  name: string;
}

/** More than so many entities of one name are not looked into. */
const MOST = 20;

/**
 * The entity that a target belongs to. The catalog tells which may be meant,
 * the portal which of them really run it.
 *
 * @throws CliError where none is found, or several
 */
export async function findEntity(portal: Portal, wish: Wish): Promise<string> {
  if (wish.entityRef) {
    return wish.entityRef;
  }
  const { target } = wish;
  if (!target) {
    throw new CliError('Neither a service nor a target is named.', {
      field: '--target',
      hint: 'Give -t deployment/NAME with -n NAMESPACE, or --entity component:default/NAME.',
    });
  }
  const places = await candidates(portal, target);
  const found: string[] = [];
  for (const place of places) {
    const { entityRef, targets } = await portal.entityOptions(place);
    if (targets.some(each => isMeant(each, wish))) {
      found.push(entityRef);
    }
  }
  if (found.length === 1) {
    return found[0];
  }
  const where = wish.namespace ? ` in ${wish.namespace}` : '';
  throw found.length === 0
    ? new CliError(`No service of the catalog runs ${target}${where}.`, {
        code: 'EntityNotFound',
        field: '--target',
        hint: 'Name the service with --entity component:default/NAME; it must carry the annotation preview-environments.io/target.',
        exit: 'refused',
      })
    : new CliError(`${target}${where} is of ${found.join(' and ')}.`, {
        code: 'EntityAmbiguous',
        field: '--entity',
        hint: 'Name one of them, or give -n and --cluster.',
      });
}

/** Entities whose annotations, or whose name, may stand for a target. */
async function candidates(portal: Portal, target: string): Promise<Place[]> {
  const { name } = parseTarget(target);
  const filters = [
    `metadata.annotations.${ENTITY_TARGET}=${target}`,
    `metadata.annotations.${ENTITY_TARGET}=${withoutContainer(target)}`,
    `metadata.annotations.backstage.io/kubernetes-id=${name}`,
    `metadata.name=${name}`,
  ];
  const query = new URLSearchParams({ limit: String(MOST) });
  filters.forEach(filter => query.append('filter', filter));
  const url = `${portal.url}/api/catalog/entities/by-query?${query}`;
  const response = await portal.ask(url);
  if (!response.ok) {
    throw new CliError(
      `The catalog does not tell which service runs ${target}: it answered ${response.status}.`,
      {
        code: 'CatalogNotReadable',
        field: '--entity',
        hint: 'Name the service with --entity component:default/NAME.',
        exit: response.status === 401 ? 'notSignedIn' : 'refused',
      },
    );
  }
  const { items } = (await response.json()) as { items: Entity[] };
  return items
    .filter(({ kind }) =>
      ['component', 'resource'].includes(kind.toLowerCase()),
    )
    .map(({ kind, metadata }) => ({
      kind: kind.toLowerCase(),
      namespace: metadata.namespace ?? 'default',
      name: metadata.name,
    }));
}

function withoutContainer(target: string): string {
  return target.split('/').slice(0, 2).join('/');
}

function isMeant(
  option: { target: string; namespace: string; cluster: string },
  wish: Wish,
): boolean {
  return (
    withoutContainer(option.target) === withoutContainer(wish.target ?? '') &&
    (!wish.namespace || wish.namespace === option.namespace) &&
    (!wish.cluster || wish.cluster === option.cluster)
  );
}
