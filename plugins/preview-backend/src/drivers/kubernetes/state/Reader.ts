// SPDX-License-Identifier: Apache-2.0
import type { TargetRef } from '@preview-environments/backstage-plugin-preview-common';
import type {
  SessionIdentity,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import type { KubeClient } from '../cluster/KubeClient';
import { hasStatus } from '../cluster/KubeError';
import {
  DEPLOYMENTS,
  HTTP_ROUTES,
  JOBS,
  type Resource,
  SERVICES,
  STATEFUL_SETS,
} from '../cluster/resources';
import type { KubeObject, Service, Workload } from '../model';
import { isOurs, ofSession } from '../objects/marks';
import { baseName } from '../objects/names';
import type { Facts } from '../plan/facts';
import type { HttpRoute } from '../routing/gateway-api/model';
import { servicesOf } from '../routing/gateway-api/teamRoutes';
import { WATCHED } from './kinds';
import type { NamespaceState } from './NamespaceState';
import { noObjects, type SessionObjects, type View } from './views';

/**
 * Reads what is in a namespace: from memory where a watch keeps it complete,
 * else from the API server. Kinds that the cluster does not serve have no
 * objects.
 */
export class Reader {
  constructor(
    private readonly client: KubeClient,
    private readonly state: (namespace: string) => NamespaceState,
  ) {}

  /** With `sure`, an absent root is asked for once more. */
  async facts(
    intent: SessionIntent,
    { sure = false }: { sure?: boolean } = {},
  ): Promise<Facts> {
    const { namespace } = intent;
    const [objects, target, services, routes] = await Promise.all([
      sure
        ? this.sureSession(intent)
        : this.session(namespace, intent.sessionId),
      this.workload(namespace, intent.target),
      this.services(namespace),
      intent.traffic.mode === 'steal' ? this.routes(namespace) : [],
    ]);
    const labels = target?.spec.template.metadata?.labels ?? {};
    return {
      objects,
      target,
      services: target ? servicesOf(services, labels) : [],
      routes,
    };
  }

  async session(namespace: string, sessionId: string): Promise<SessionObjects> {
    const state = this.state(namespace);
    return state.knowsSessions()
      ? state.session(sessionId)
      : this.liveSession(namespace, sessionId);
  }

  /**
   * As `session`, but never says that a root is gone only because the watch
   * has not told of it yet: another replica may have made it just now.
   */
  async sureSession(identity: SessionIdentity): Promise<SessionObjects> {
    const { namespace, sessionId, key } = identity;
    const objects = await this.session(namespace, sessionId);
    if (objects.roots.length || !this.state(namespace).knowsSessions()) {
      return objects;
    }
    const root = await this.client.find(
      JOBS,
      namespace,
      baseName(sessionId, key),
    );
    return root ? this.liveSession(namespace, sessionId) : objects;
  }

  /**
   * What is left of a session that is to go. Only when nothing shows it is
   * asked for once more: until then there is something to wait for anyway.
   */
  async remains(identity: SessionIdentity): Promise<SessionObjects> {
    const known = await this.session(identity.namespace, identity.sessionId);
    return Object.values(known).flat().length > 0
      ? known
      : this.sureSession(identity);
  }

  private async liveSession(
    namespace: string,
    sessionId: string,
  ): Promise<SessionObjects> {
    const objects = noObjects();
    await Promise.all(
      WATCHED.map(async ({ resource, ours }) => {
        if (ours) {
          const items = await this.live(resource, namespace, {
            labelSelector: ofSession(sessionId),
          });
          (objects[ours.slot] as View[]).push(...items.map(ours.project));
        }
      }),
    );
    return objects;
  }

  /**
   * The workload, or `null`. Never gone only because the watch has not told of
   * it yet: a missing target ends a session for good.
   */
  async workload(
    namespace: string,
    { kind, name }: TargetRef,
  ): Promise<Workload | null> {
    const resource = kind === 'statefulset' ? STATEFUL_SETS : DEPLOYMENTS;
    const store = this.state(namespace).store(resource);
    const known = store?.synced
      ? store.ofTeam().find(({ metadata }) => metadata.name === name)
      : undefined;
    return known
      ? (known as Workload)
      : this.client.find<Workload>(resource, namespace, name);
  }

  async services(namespace: string): Promise<Service[]> {
    return (await this.team(SERVICES, namespace)) as Service[];
  }

  async routes(namespace: string): Promise<HttpRoute[]> {
    return (await this.team(HTTP_ROUTES, namespace)) as HttpRoute[];
  }

  /** Objects of a kind that are not ours. */
  async team(resource: Resource, namespace: string): Promise<KubeObject[]> {
    const store = this.state(namespace).store(resource);
    if (store?.synced) {
      return store.ofTeam();
    }
    const items = await this.live(resource, namespace);
    return items.filter(object => !isOurs(object));
  }

  private async live(
    resource: Resource,
    namespace: string,
    selectors?: { labelSelector: string },
  ): Promise<KubeObject[]> {
    try {
      const list = await this.client.list(resource, namespace, selectors);
      return list.items;
    } catch (error) {
      if (hasStatus(error, 404)) {
        return [];
      }
      throw error;
    }
  }
}
