// SPDX-License-Identifier: Apache-2.0
import { openApiV2 } from '../discovery/openapi/v2';
import { Kubelet } from '../kubelet/Kubelet';
import { Authorizer } from '../rbac/Authorizer';
import { Registry } from '../registry/Registry';
import { User } from '../registry/WriteContext';
import { ApiServer } from './ApiServer';
import { Counters } from './Counters';
import { evictionHandler } from './eviction';
import { Exchange } from './Exchange';
import { presentAs } from './present';
import { logHandler } from './logs';
import { patchHandler } from './patch';
import { getHandler, listHandler } from './read';
import { deleteCollectionHandler, deleteHandler } from './remove';
import { scaleHandler } from './scale';
import { tokenRequestHandler } from './tokenRequest';
import { WatchTracker, watchHandler } from './watch';
import { createHandler, updateHandler } from './write';

const OPENAPI_V2_TYPE =
  'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';

export interface ApiParts {
  registry: Registry;
  kubelet: Kubelet;
  counters: Counters;
  authenticate(token: string): User | undefined;
  tokenFor(namespace: string, name: string): string;
}

export interface Api {
  server: ApiServer;
  /** Ends all watches and log streams. */
  closeStreams(): void;
}

/** Puts the handlers of all verbs together. */
export function createApi({
  registry,
  kubelet,
  counters,
  authenticate,
  tokenFor,
}: ApiParts): Api {
  const open = new Map<Exchange, () => void>();
  const tracker: WatchTracker = {
    opened(exchange, close) {
      open.set(exchange, close);
      counters.watch(
        1,
        { type: 'resource', ...exchange.info },
        exchange.context.user.name,
      );
    },
    closed(exchange) {
      if (open.delete(exchange))
        counters.watch(
          -1,
          { type: 'resource', ...exchange.info },
          exchange.context.user.name,
        );
    },
  };
  const server = new ApiServer({
    kinds: registry.kinds,
    authorizer: new Authorizer(registry.store),
    counters,
    authenticate,
    verbs: {
      get: getHandler(registry),
      list: listHandler(registry),
      watch: watchHandler(registry, registry.clock, tracker, exchange =>
        presentAs(exchange, registry.clock),
      ),
      create: createHandler(registry),
      update: updateHandler(registry),
      patch: patchHandler(registry),
      delete: deleteHandler(registry),
      deletecollection: deleteCollectionHandler(registry),
    },
    subresources: {
      'pods/log': logHandler(registry, kubelet),
      'pods/eviction': evictionHandler(registry),
      'serviceaccounts/token': tokenRequestHandler(registry, tokenFor),
      '*/scale': scaleHandler(registry),
    },
    documents: {
      '/openapi/v2': () => ({
        contentType: OPENAPI_V2_TYPE,
        body: openApiV2(registry.kinds),
      }),
    },
    present: (exchange, body) => presentAs(exchange, registry.clock)(body),
  });
  return {
    server,
    closeStreams: () => [...open.values()].forEach(close => close()),
  };
}
