// SPDX-License-Identifier: Apache-2.0
import type http from 'node:http';
import type { KubeObject } from '../model';
import type { DeleteOptions } from '../objects/deleteOptions';
import { hasStatus } from './KubeError';
import type { KubeHttp } from './KubeHttp';
import { PODS, type Resource, resourcePath } from './resources';

/** The one field manager of everything that the driver writes. */
export const FIELD_MANAGER = 'preview-environments';

export interface KubeList<T> {
  metadata: { resourceVersion?: string; continue?: string };
  items: T[];
}

export interface WatchEvent<T> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: T;
}

/** The verbs that the driver uses, each with its rules. */
export class KubeClient {
  constructor(private readonly http: KubeHttp) {}

  get<T extends KubeObject>(
    resource: Resource,
    namespace: string | null,
    name: string,
  ): Promise<T> {
    return this.http.json<T>({
      method: 'GET',
      path: resourcePath(resource, namespace, name),
      label: `get ${resource.plural}`,
    });
  }

  /** `null` where it does not exist. */
  async find<T extends KubeObject>(
    resource: Resource,
    namespace: string | null,
    name: string,
  ): Promise<T | null> {
    try {
      return await this.get<T>(resource, namespace, name);
    } catch (error) {
      if (hasStatus(error, 404)) {
        return null;
      }
      throw error;
    }
  }

  list<T extends KubeObject>(
    resource: Resource,
    namespace: string | null,
    selectors: { labelSelector?: string; fieldSelector?: string } = {},
  ): Promise<KubeList<T>> {
    return this.http.json<KubeList<T>>({
      method: 'GET',
      path: resourcePath(resource, namespace),
      query: selectors,
      label: `list ${resource.plural}`,
    });
  }

  /**
   * Server-side apply: always the whole object, always by the same manager
   * and forced, so that a second writer cannot take fields away for good.
   * A `uid` in the metadata means: only if that very object still exists.
   */
  apply<T extends KubeObject>(
    resource: Resource,
    object: KubeObject,
    options: { dryRun?: boolean } = {},
  ): Promise<T> {
    return this.http.json<T>({
      method: 'PATCH',
      path: resourcePath(
        resource,
        object.metadata.namespace ?? null,
        object.metadata.name,
      ),
      query: {
        fieldManager: FIELD_MANAGER,
        force: 'true',
        fieldValidation: 'Strict',
        dryRun: options.dryRun ? 'All' : undefined,
      },
      body: { type: 'application/apply-patch+yaml', content: object },
      label: `${options.dryRun ? 'dry-run ' : ''}apply ${resource.plural}`,
    });
  }

  /**
   * Changes nothing but the number of pods: an apply of less than the whole
   * object would take away what it leaves out. Only of the very object that
   * was seen.
   */
  scale<T extends KubeObject>(
    resource: Resource,
    { namespace, name, uid }: { namespace: string; name: string; uid: string },
    replicas: number,
  ): Promise<T> {
    return this.http.json<T>({
      method: 'PATCH',
      path: resourcePath(resource, namespace, name),
      query: { fieldManager: FIELD_MANAGER },
      body: {
        type: 'application/merge-patch+json',
        content: { metadata: { uid }, spec: { replicas } },
      },
      label: `scale ${resource.plural}`,
    });
  }

  create<T extends KubeObject>(
    resource: Resource,
    object: KubeObject,
  ): Promise<T> {
    return this.http.json<T>({
      method: 'POST',
      path: resourcePath(resource, object.metadata.namespace ?? null),
      query: { fieldManager: FIELD_MANAGER },
      body: { type: 'application/json', content: object },
      label: `create ${resource.plural}`,
    });
  }

  /** Asks whether an object could be created, without creating it. */
  dryRunCreate(resource: Resource, object: KubeObject): Promise<KubeObject> {
    return this.http.json({
      method: 'POST',
      path: resourcePath(resource, object.metadata.namespace ?? null),
      query: { dryRun: 'All', fieldManager: FIELD_MANAGER },
      body: { type: 'application/json', content: object },
      label: `dry-run create ${resource.plural}`,
    });
  }

  /** @returns false when the object that the options mean is gone already */
  async remove(
    resource: Resource,
    object: { namespace: string | null; name: string },
    options: DeleteOptions,
  ): Promise<boolean> {
    try {
      await this.http.json({
        method: 'DELETE',
        path: resourcePath(resource, object.namespace, object.name),
        body: {
          type: 'application/json',
          content: options,
        },
        label: `delete ${resource.plural}`,
      });
      return true;
    } catch (error) {
      // 409: the name belongs to another object by now.
      if (hasStatus(error, 404, 409)) {
        return false;
      }
      throw error;
    }
  }

  /** For what is no object of the cluster: a call to an aggregated API. */
  post(path: string, content: object, label: string): Promise<unknown> {
    return this.http.json({
      method: 'POST',
      path,
      body: { type: 'application/json', content },
      label,
    });
  }

  raw<T>(path: string, label: string): Promise<T> {
    return this.http.json<T>({ method: 'GET', path, label });
  }

  watch(
    resource: Resource,
    namespace: string,
    options: { resourceVersion: string; labelSelector?: string },
    signal: AbortSignal,
  ): Promise<http.IncomingMessage> {
    return this.http.stream({
      method: 'GET',
      path: resourcePath(resource, namespace),
      query: {
        watch: 'true',
        allowWatchBookmarks: 'true',
        timeoutSeconds: '300',
        ...options,
      },
      signal,
      label: `watch ${resource.plural}`,
    });
  }

  podLog(
    namespace: string,
    pod: string,
    query: Record<string, string | undefined>,
    signal?: AbortSignal,
  ): Promise<http.IncomingMessage> {
    return this.http.stream({
      method: 'GET',
      path: `${resourcePath(PODS, namespace, pod)}/log`,
      query,
      signal,
      label: 'get pods/log',
    });
  }
}
