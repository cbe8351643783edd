// SPDX-License-Identifier: Apache-2.0
import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ENTITY_TARGET,
  type EntityMatch,
  type EntityQuery,
  formatTarget,
  isPreviewError,
  parseTarget,
  previewError,
  type TargetRef,
} from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewConfig } from '../config/types';
import { readSteadily } from '../dependencies/readSteadily';
import { type Candidate, candidatesOf } from '../sessions/start/candidates';
import type { Attempts } from './Attempts';
import type { Caller } from './Caller';
import { entriesObjection } from './subjects/entriesObjection';

const KUBERNETES_ID = 'backstage.io/kubernetes-id';

interface Options {
  config: PreviewConfig;
  catalog: CatalogService;
  auth: AuthService;
  attempts: Attempts;
}

/** Finds whose workload a target is, as the catalog says. */
export class EntityFinder {
  constructor(private readonly options: Options) {}

  /**
   * Entities that name this workload as theirs: of all that a person may
   * read, or that a service is mapped to. Whether the cluster agrees is
   * another question.
   *
   * @throws PreviewError `InvalidTarget`, `SubjectUnknown`
   */
  find(caller: Caller, query: EntityQuery): Promise<EntityMatch[]> {
    const { target, namespace = null, cluster = null } = query;
    const attempt = { what: 'find', target, namespace, cluster };
    return this.options.attempts.run(caller, attempt, async () => {
      const wanted = parseTarget(target);
      const entities = await this.mentioning(caller, wanted);
      return entities
        .flatMap(({ entityRef, candidates }) =>
          candidates.map(candidate => ({ entityRef, ...candidate })),
        )
        .filter(
          match =>
            (namespace ?? match.namespace) === match.namespace &&
            (cluster ?? match.cluster) === match.cluster,
        )
        .map(({ target: found, ...rest }) => ({
          ...rest,
          target: formatTarget(found),
        }));
    });
  }

  /** Entities with annotations that may mean the target, and where. */
  private async mentioning(caller: Caller, wanted: TargetRef) {
    const { catalog, auth, config } = this.options;
    const isService = caller.principal === 'service';
    if (isService && caller.entries.length === 0) {
      throw previewError('SubjectUnknown', { rule: 'preview.access.subjects' });
    }
    const credentials = isService
      ? await auth.getOwnServiceCredentials()
      : caller.credentials;
    const { items } = await readSteadily(() =>
      catalog.getEntities(
        {
          filter: [
            {
              [`metadata.annotations.${ENTITY_TARGET}`]: CATALOG_FILTER_EXISTS,
            },
            { [`metadata.annotations.${KUBERNETES_ID}`]: wanted.name },
          ],
          fields: ['kind', 'metadata'],
        },
        { credentials },
      ),
    );
    return items
      .map(entity => ({
        entityRef: stringifyEntityRef(entity),
        annotations: entity.metadata.annotations ?? {},
      }))
      .filter(
        ({ entityRef }) =>
          !isService || !entriesObjection(caller.entries, entityRef),
      )
      .map(({ entityRef, annotations }) => ({
        entityRef,
        candidates: readable(annotations, config, wanted),
      }));
  }
}

/** Annotations that cannot be read name nothing. */
function readable(
  annotations: Record<string, string>,
  { clusters }: PreviewConfig,
  wanted: TargetRef,
): Candidate[] {
  try {
    return candidatesOf({ annotations }, clusters, named =>
      isSame(named, wanted),
    );
  } catch (error) {
    if (isPreviewError(error)) {
      return [];
    }
    throw error;
  }
}

/** The container does not matter: it is the same workload. */
function isSame(one: TargetRef, other: TargetRef): boolean {
  return one.kind === other.kind && one.name === other.name;
}
