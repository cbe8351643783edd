// SPDX-License-Identifier: Apache-2.0
import { KubeConfig, KubernetesObject, Watch } from '@kubernetes/client-node';

/** Watches a collection and resolves with the named object as soon as it is as wanted. */
export async function firstSeen<T extends KubernetesObject>(
  kubeConfig: KubeConfig,
  path: string,
  name: string,
  wanted: (object: T) => boolean,
): Promise<T> {
  const watch = new Watch(kubeConfig);
  let stop = () => {};
  try {
    return await new Promise<T>((resolve, reject) => {
      const opened = watch.watch(
        path,
        { fieldSelector: `metadata.name=${name}` },
        (_, object: T) => wanted(object) && resolve(object),
        error => reject(error ?? new Error('the watch ended')),
      );
      stop = () => void opened.then(controller => controller.abort());
    });
  } finally {
    stop();
  }
}
