// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import { createInterface } from 'node:readline';
import { describeError } from '../../../redaction/describeError';
import type { KubeClient, WatchEvent } from '../cluster/KubeClient';
import { hasStatus, KubeError, type KubeStatus } from '../cluster/KubeError';
import { type DriverClock, pause } from '../clock';
import type { KubeObject } from '../model';
import type { KindStore, Touched } from '../state/KindStore';
import type { WatchedKind } from '../state/kinds';

export interface WatchTools {
  clock: DriverClock;
  random: () => number;
  logger: LoggerService;
}

export interface KindWatch {
  client: KubeClient;
  namespace: string;
  kind: WatchedKind;
  store: KindStore;
  tell: (touched: Touched) => void;
  signal: AbortSignal;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;
/** A kind that is not served may be installed later. */
const UNSERVED_WAIT_MS = 60_000;

/**
 * Keeps a store equal to what the cluster holds of one kind: list, then
 * follow; list again when the server has forgotten where we were. While the
 * connection is down the store is not trusted.
 */
export async function watchKind(
  watch: KindWatch,
  { clock, random, logger }: WatchTools,
): Promise<void> {
  const { signal, store, kind } = watch;
  let wait = FIRST_WAIT_MS;
  let trouble: string | null = null;
  const what = `${kind.resource.plural} in ${watch.namespace}`;
  while (!signal.aborted) {
    try {
      let version = await fill(watch);
      wait = FIRST_WAIT_MS;
      if (trouble !== null) {
        logger.info(`Watching ${what} goes on`);
        trouble = null;
      }
      while (!signal.aborted) {
        version = await follow(watch, version);
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      const unserved = hasStatus(error, 404);
      // No such kind means: no objects of it, which is complete knowledge.
      store.synced = unserved;
      const ms = unserved ? UNSERVED_WAIT_MS : wait * (0.5 + random());
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      const message = describeError(error);
      if (!unserved && !hasStatus(error, 410) && message !== trouble) {
        logger.warn(`Watching ${what} is interrupted: ${message}`);
        trouble = message;
      }
      await pause(clock, ms, signal);
    }
  }
}

async function fill({
  client,
  kind,
  namespace,
  store,
  tell,
}: KindWatch): Promise<string> {
  const { labelSelector, resource } = kind;
  const list = await client.list(
    resource,
    namespace,
    labelSelector ? { labelSelector } : {},
  );
  const version = list.metadata.resourceVersion ?? '';
  store.replace(list.items, version).forEach(tell);
  return version;
}

/** One connection; ends normally when the server closes it. */
async function follow(
  { client, kind, namespace, store, tell, signal }: KindWatch,
  from: string,
): Promise<string> {
  const { labelSelector, resource } = kind;
  const stream = await client.watch(
    resource,
    namespace,
    { resourceVersion: from, labelSelector },
    signal,
  );
  let version = from;
  for await (const line of createInterface({ input: stream })) {
    const { type, object } = JSON.parse(line) as WatchEvent<KubeObject>;
    if (type === 'ERROR') {
      throw new KubeError(
        `watch ${resource.plural}`,
        object as unknown as KubeStatus,
      );
    }
    version = object.metadata.resourceVersion ?? version;
    if (type === 'DELETED') {
      tell(store.drop(object));
    } else if (type !== 'BOOKMARK') {
      tell(store.put(object));
    }
  }
  return version;
}
