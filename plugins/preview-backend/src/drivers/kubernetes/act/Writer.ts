// SPDX-License-Identifier: Apache-2.0
import type { Builders } from '../builders';
import type { Cluster } from '../cluster/Cluster';
import type { Resource } from '../cluster/resources';
import type { KubeObject } from '../model';
import type { View } from '../state/views';

/** Writes, and tells the memory at once what came of them. */
export class Writer {
  constructor(
    private readonly cluster: Cluster,
    private readonly builders: Builders,
  ) {}

  async apply(resource: Resource, object: KubeObject): Promise<KubeObject> {
    const written = await this.cluster.client.apply<KubeObject>(
      resource,
      object,
    );
    this.store(resource, written.metadata.namespace ?? '')?.put(written);
    return written;
  }

  async scale(resource: Resource, view: View, replicas: number): Promise<void> {
    const { client } = this.cluster;
    const written = await client.scale<KubeObject>(resource, view, replicas);
    this.store(resource, view.namespace)?.put(written);
  }

  async remove(resource: Resource, view: View): Promise<boolean> {
    const accepted = await this.cluster.client.remove(
      resource,
      view,
      this.builders.buildDeleteOptions(view.uid),
    );
    this.store(resource, view.namespace)?.markDeleting(view);
    return accepted;
  }

  private store(resource: Resource, namespace: string) {
    return this.cluster.state(namespace).store(resource);
  }
}
