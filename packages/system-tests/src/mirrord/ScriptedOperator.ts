// SPDX-License-Identifier: Apache-2.0
import {
  KubeError,
  type KubeHttp,
  type KubeObject,
  type Resource,
  resourcePath,
} from '../fixtures/product';
import { until } from '../fixtures/until';
import {
  type MirrordOperator,
  type MirrordSession,
  OPERATORS,
  PREVIEW_SESSIONS,
} from './product';

const FINALIZER = 'operator.test/teardown';
const DEFINITIONS: Resource = {
  group: 'apiextensions.k8s.io',
  version: 'v1',
  plural: 'customresourcedefinitions',
  kind: 'CustomResourceDefinition',
};

/** Does to sessions what the operator would do, when a test says so. */
export class ScriptedOperator {
  constructor(
    private readonly http: KubeHttp,
    private readonly namespace: string,
  ) {}

  /** Says of itself whatever the test wants. */
  async announce(spec: MirrordOperator['spec'] = {}): Promise<void> {
    await this.withdraw();
    const operator = {
      apiVersion: 'operator.metalbear.co/v1',
      kind: 'MirrordOperator',
      metadata: { name: 'operator' },
      spec: {
        operator_version: '3.196.0',
        supported_features: ['PreviewEnv'],
        license: { name: 'trial', expire_at: '2100-01-01' },
        ...spec,
      },
    };
    await this.send('POST', resourcePath(OPERATORS, null), operator);
  }

  async withdraw(): Promise<void> {
    await this.drop(resourcePath(OPERATORS, null, 'operator'));
  }

  async sessions(): Promise<MirrordSession[]> {
    const { items } = await this.send<{ items: MirrordSession[] }>(
      'GET',
      resourcePath(PREVIEW_SESSIONS, this.namespace),
    );
    return items;
  }

  /** The only session that is not going. */
  async session(): Promise<MirrordSession> {
    const found = (await this.sessions()).filter(
      ({ metadata }) => metadata.deletionTimestamp === undefined,
    );
    expect(found).toHaveLength(1);
    return found[0];
  }

  /** Takes a session in hand: from then on it cannot go without the operator. */
  async hold({ metadata }: MirrordSession): Promise<void> {
    await this.patch(metadata.name, { metadata: { finalizers: [FINALIZER] } });
  }

  async release({ metadata }: MirrordSession): Promise<void> {
    await this.patch(metadata.name, { metadata: { finalizers: null } });
  }

  async report({ metadata }: MirrordSession, status: object): Promise<void> {
    const startedAt = '2026-11-21T12:00:00.000000Z';
    await this.patch(metadata.name, { status: { startedAt, ...status } }, true);
  }

  /** Starts one as the operator's own client does: without any mark of ours. */
  async startElsewhere(key: string): Promise<MirrordSession> {
    return this.send('POST', resourcePath(PREVIEW_SESSIONS, this.namespace), {
      apiVersion: 'preview.mirrord.metalbear.co/v1alpha',
      kind: 'PreviewSession',
      metadata: { name: key, namespace: this.namespace },
      spec: {
        image: `shop/checkout:${key}`,
        key,
        target: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'checkout',
          container: 'web',
        },
        ttlSecs: 3600,
      },
    });
  }

  /** What anybody with the rights may do. */
  async remove({ metadata }: MirrordSession): Promise<void> {
    await this.drop(this.path(metadata.name));
  }

  /** Lets the cluster forget a field, as one with an older definition would. */
  async forget(
    field: 'replicas' | 'env',
    effective: () => Promise<boolean>,
  ): Promise<() => Promise<void>> {
    const path = resourcePath(
      DEFINITIONS,
      null,
      'previewsessions.preview.mirrord.metalbear.co',
    );
    const before = await this.send<any>('GET', path);
    const older = structuredClone(before);
    delete older.spec.versions[0].schema.openAPIV3Schema.properties.spec
      .properties[field];
    await this.send('PUT', path, older);
    await until(`${field} is forgotten`, effective);
    return async () => {
      const present = await this.send<KubeObject>('GET', path);
      const { resourceVersion } = present.metadata;
      await this.send('PUT', path, {
        ...before,
        metadata: { ...before.metadata, resourceVersion },
      });
      await until(`${field} is known again`, async () => !(await effective()));
    };
  }

  private path(name: string): string {
    return resourcePath(PREVIEW_SESSIONS, this.namespace, name);
  }

  private async drop(path: string): Promise<void> {
    try {
      await this.send('DELETE', path);
    } catch (error) {
      if (!(error instanceof KubeError && error.status.code === 404)) {
        throw error;
      }
    }
  }

  private async patch(name: string, content: object, status = false) {
    await this.http.json({
      method: 'PATCH',
      path: `${this.path(name)}${status ? '/status' : ''}`,
      body: { type: 'application/merge-patch+json', content },
      label: 'patch',
    });
  }

  private send<T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    content?: object,
  ): Promise<T> {
    return this.http.json<T>({
      method,
      path,
      label: `${method} ${path}`,
      ...(content && { body: { type: 'application/json', content } }),
    });
  }
}
