// SPDX-License-Identifier: Apache-2.0
import { parseEntityRef } from '@backstage/catalog-model';
import {
  type DriverCapabilities,
  type EntityOptions,
  type LinkProblem,
  type PreviewError,
  type TargetOption,
  formatTarget,
  generateKey,
  isPreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Caller } from '../../authorization/Caller';
import type { SessionGuard } from '../../authorization/SessionGuard';
import { countActive } from '../../database/sessions/countActive';
import { askDriver } from '../../drivers/askDriver';
import { entityLinks } from '../../links/entityLinks';
import { linkProblems } from '../../links/linkProblems';
import { enforce } from '../../policy/evaluate';
import { binding } from '../../policy/rules/binding';
import { allowedRepositories } from '../../policy/rules/images';
import type { SessionContext } from '../SessionContext';
import { type Candidate, candidatesOf } from '../start/candidates';
import type { StartGrant } from '../start/StartGrant';

/** Workloads that are looked up side by side. */
const AT_ONCE = 8;

const MODES = ['steal', 'mirror', 'none'] as const;

/** Of a cluster that does not tell what it can, or not to everybody. */
const NOTHING: DriverCapabilities = {
  steal: false,
  mirror: false,
  unfilteredMirror: false,
  inPlaceUpdate: false,
  extend: false,
  clusterDeadline: false,
  replicas: false,
  verify: false,
  dbBranch: false,
  queueSplit: false,
  share: false,
  labelModes: [],
  filters: [],
  inputs: [],
  reasons: {},
};

/** What the caller may start for an entity, with defaults and limits. */
export async function entityOptions(
  context: SessionContext,
  caller: Caller,
  grant: StartGrant,
  guard: Pick<SessionGuard, 'mayOn'>,
): Promise<EntityOptions> {
  const { config, random } = context;
  const { entity } = grant;
  const { candidates, problem } = open(context, grant);
  const [place = { cluster: '', namespace: '' }] = candidates;
  const denied =
    grant.createObjection(place) ??
    (config.freeze ? previewError('Frozen') : null) ??
    (entity.ownerRefs.length === 0
      ? previewError('EntityWithoutOwner')
      : null) ??
    problem;
  const [targets, used] = await Promise.all([
    optionsOf(context, grant, candidates),
    context.knex.transaction(trx =>
      countActive(trx, {
        createdBy: caller.ref,
        ownerRef: entity.ownerRefs[0] ?? '',
        entityRef: entity.entityRef,
        cluster: place.cluster,
      }),
    ),
  ]);
  const { quotas, ttl } = config.policy;
  return {
    entityRef: entity.entityRef,
    ownerRef: entity.ownerRefs[0] ?? null,
    mayStart: denied === null,
    denied: denied && told(denied),
    may: guard.mayOn(caller, entity, place),
    allow: {
      pinned: caller.isAdmin || config.policy.pin === 'owners',
      env: config.policy.env.allow,
      filters: ['header', ...config.policy.filters.allow],
      inputs: config.policy.inputs.allow,
    },
    targets,
    defaults: {
      ttlSeconds: config.defaults.ttl / 1000,
      trafficMode: config.defaults.trafficMode,
    },
    limits: { ttlMinSeconds: ttl.min / 1000, ttlMaxSeconds: ttl.max / 1000 },
    headers: config.routing.headers,
    quota: {
      perUser: {
        limit: quotas.perUser,
        // It is for people only.
        used: caller.principal === 'user' ? used.perUser : 0,
      },
      perOwner: { limit: quotas.perOwner, used: used.perOwner },
    },
    frozen: config.freeze,
    linkProblems: caller.isAdmin ? problemsOf(context, grant) : [],
    proposedKey: generateKey(parseEntityRef(entity.entityRef).name, max =>
      random.int(max),
    ),
  };
}

function problemsOf(
  { config }: SessionContext,
  { entity }: StartGrant,
): LinkProblem[] {
  return [
    ...linkProblems('preview.links', config.links),
    ...linkProblems(entity.entityRef, entityLinks(entity.annotations)),
  ];
}

/** The workloads of the entity that configuration leaves open. */
function open(
  { config }: SessionContext,
  { entity }: StartGrant,
): { candidates: Candidate[]; problem: PreviewError | null } {
  try {
    const all = candidatesOf(entity, config.clusters);
    const candidates = all.filter(({ cluster, namespace }) =>
      config.clusters.some(
        each => each.name === cluster && each.namespaces.includes(namespace),
      ),
    );
    const code = all.length === 0 ? 'ClusterNotAllowed' : 'NamespaceNotAllowed';
    const problem = candidates.length === 0 ? previewError(code) : null;
    return { candidates, problem };
  } catch (error) {
    if (isPreviewError(error)) {
      return { candidates: [], problem: error };
    }
    throw error;
  }
}

/** Not all at once: an entity may name many. */
async function optionsOf(
  context: SessionContext,
  grant: StartGrant,
  candidates: Candidate[],
): Promise<TargetOption[]> {
  const options: TargetOption[] = [];
  for (let from = 0; from < candidates.length; from += AT_ONCE) {
    const some = candidates.slice(from, from + AT_ONCE);
    options.push(
      ...(await Promise.all(some.map(each => optionOf(context, grant, each)))),
    );
  }
  return options;
}

async function optionOf(
  { drivers, config }: SessionContext,
  { entity }: StartGrant,
  { cluster, namespace, target }: Candidate,
): Promise<TargetOption> {
  const driver = drivers.forCluster(cluster);
  const base = {
    target: formatTarget(target),
    cluster,
    namespace,
    driver: driver.type,
  };
  try {
    const [facts, capabilities] = await askDriver(() =>
      Promise.all([
        driver.resolve({ cluster, namespace, target }),
        driver.capabilities(cluster),
      ]),
    );
    // Whose workload it is not learns nothing about it.
    enforce([binding], {
      config,
      entity,
      ofCatalog: true,
      target: facts,
      wish: { namespace },
    });
    return {
      ...base,
      image: facts.image,
      imageRepositories: allowedRepositories(
        facts.image,
        config.policy.images.allow,
      ),
      containers: facts.containers,
      capabilities,
      trafficModes: MODES.filter(mode => mode === 'none' || capabilities[mode]),
      problem: null,
    };
  } catch (error) {
    if (!isPreviewError(error)) {
      throw error;
    }
    return {
      ...base,
      image: null,
      imageRepositories: [],
      containers: [],
      capabilities: NOTHING,
      trafficModes: [],
      problem: told(error),
    };
  }
}

function told({ code, message, hint }: PreviewError) {
  return { code, message, hint };
}
