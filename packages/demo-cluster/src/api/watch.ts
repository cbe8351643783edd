// SPDX-License-Identifier: Apache-2.0
import { Clock } from '../clock';
import { Kind, apiVersionOf } from '../kinds/Kind';
import { Json, KubernetesObject } from '../objects';
import { Registry } from '../registry/Registry';
import { badRequest, expired, qualified } from '../registry/StatusError';
import { StoreEvent } from '../store/EventHistory';
import { Exchange, Handler } from './Exchange';
import { selectorOf } from './read';

const BOOKMARK_MS = 60_000;
const DEFAULT_TIMEOUT_MS = 30 * 60_000;

export interface WatchTracker {
  opened(exchange: Exchange, close: () => void): void;
  closed(exchange: Exchange): void;
}

/** Turns an object into what the client asked for, such as a row of a table. */
export type Present = (object: KubernetesObject) => Json;

/**
 * A watch: what is there or has happened since a version, then everything as it happens. Ends after
 * `timeoutSeconds`, when the client goes or when the server stops.
 */
export function watchHandler(
  registry: Registry,
  clock: Clock,
  tracker: WatchTracker,
  presentFor: (exchange: Exchange) => Present,
): Handler {
  return exchange => {
    const { kind, query, response, info } = exchange;
    const { store } = registry;
    const resource = qualified(kind);
    const matches = selectorOf(exchange);
    const namespace = kind.namespaced ? info.namespace : undefined;
    const within = (object: KubernetesObject) =>
      (namespace === undefined || object.metadata.namespace === namespace) &&
      matches(object);
    const present = presentFor(exchange);
    const send = (type: string, object: Json) =>
      response.write(`${JSON.stringify({ type, object })}\n`);
    const bookmark = (annotations?: Json) =>
      send('BOOKMARK', bookmarkObject(kind, store.version, annotations));
    const wantsBookmarks = query.get('allowWatchBookmarks') === 'true';

    const forward = (event: StoreEvent) => {
      if (event.resource !== resource) return;
      const change = seenAs(event, within);
      if (change) send(change, present(event.object));
    };

    const since = query.get('resourceVersion') ?? '';
    if (!/^\d*$/.test(since))
      throw badRequest(
        `Invalid value: "${since}": strconv.ParseUint: parsing "${since}": invalid syntax`,
      );
    const initial = query.get('sendInitialEvents') === 'true';
    response.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-cache, private',
    });
    response.flushHeaders();
    if (initial || since === '' || since === '0') {
      store
        .list(resource, namespace)
        .filter(matches)
        .forEach(object => send('ADDED', present(object)));
      if (initial && wantsBookmarks)
        bookmark({ 'k8s.io/initial-events-end': 'true' });
    } else {
      const missed = store.history.since(Number(since), resource);
      if (!missed) {
        send(
          'ERROR',
          expired(
            `too old resource version: ${since} (${store.history.oldest})`,
          ).toStatus(),
        );
        response.end();
        return undefined;
      }
      missed.forEach(forward);
    }

    const unsubscribe = store.subscribe(forward);
    const cancels = [unsubscribe];
    const stop = () => {
      cancels.splice(0).forEach(cancel => cancel());
      tracker.closed(exchange);
      response.end();
    };
    const timeout =
      Number(query.get('timeoutSeconds')) * 1000 || DEFAULT_TIMEOUT_MS;
    cancels.push(
      clock.after(timeout, () => {
        if (wantsBookmarks) bookmark();
        stop();
      }),
    );
    if (wantsBookmarks) repeat(clock, cancels, bookmark);
    tracker.opened(exchange, stop);
    response.on('close', () => cancels.length && stop());
    return undefined;
  };
}

function repeat(
  clock: Clock,
  cancels: (() => void)[],
  action: () => void,
): void {
  let cancel = clock.after(BOOKMARK_MS, function again() {
    action();
    cancel = clock.after(BOOKMARK_MS, again);
  });
  cancels.push(() => cancel());
}

/** An object that enters or leaves a selection appears or disappears for its watcher. */
function seenAs(
  { type, object, before }: StoreEvent,
  within: (object: KubernetesObject) => boolean,
): string | undefined {
  const was = before !== undefined && within(before);
  const is = type !== 'DELETED' && within(object);
  if (is) return was ? 'MODIFIED' : 'ADDED';
  return was ? 'DELETED' : undefined;
}

function bookmarkObject(kind: Kind, version: number, annotations?: Json): Json {
  return {
    kind: kind.kind,
    apiVersion: apiVersionOf(kind),
    metadata: {
      resourceVersion: String(version),
      creationTimestamp: null,
      ...(annotations && { annotations }),
    },
  };
}
