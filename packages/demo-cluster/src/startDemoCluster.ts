// SPDX-License-Identifier: Apache-2.0
import { admissionPlugins } from './admission/plugins';
import { Counters } from './api/Counters';
import { createApi } from './api/createApi';
import { TlsListener } from './api/TlsListener';
import { Tokens } from './authn/Tokens';
import { bootstrap } from './bootstrap';
import { Clock, systemClock } from './clock';
import { ControllerLoop } from './controllers/ControllerLoop';
import { controllersOf } from './controllers/all';
import { builtinKinds } from './kinds/builtin';
import { Kinds } from './kinds/Kinds';
import { kubeconfigText } from './kubeconfig';
import { Kubelet } from './kubelet/Kubelet';
import { Pace } from './kubelet/Pace';
import { Json } from './objects';
import { openState } from './persistence/openState';
import { applySeed } from './seed';
import { Registry } from './registry/Registry';
import { Store } from './store/Store';

/** @public */
export interface DemoClusterOptions {
  /** Where objects, tokens and the certificate are kept. Absent: in memory only. */
  dataDir?: string;
  /** Port of the API on 127.0.0.1; 0, the default, takes any free one. */
  apiPort?: number;
  /** Factor on everything that takes time on the node, from scheduling to readiness; 0 is at once, default 1. */
  speed?: number;
  clock?: Clock;
  /** `false`: no node, so that pods stay pending and their status is what a client writes. Default true. */
  node?: boolean;
  /** Objects to create when the cluster starts for the first time, in this order. */
  seed?: Json[] | (() => Json[]);
}

/** @public */
export interface KubeconfigUser {
  context: string;
  /** Absent: the administrator. */
  serviceAccount?: { namespace: string; name: string };
  /** Default namespace of the context. */
  namespace?: string;
}

/** @public */
export interface DemoCluster {
  /** `https://127.0.0.1:PORT`, with a certificate that only the kubeconfig makes trusted. */
  url: string;
  adminToken: string;
  counters: Counters;
  /** The bearer token of a ServiceAccount, which need not exist yet. */
  tokenFor(namespace: string, name: string): string;
  /** YAML of a kubeconfig; without users one context `demo` for the administrator. The first is current. */
  kubeconfig(users?: KubeconfigUser[]): string;
  /** Ends pods, watches and the server; resolves when all sockets are closed. */
  stop(): Promise<void>;
}

/**
 * Starts a Kubernetes API with controllers, scheduler and one node in this process.
 *
 * @throws Error when the port is taken or the data directory cannot be used
 * @public
 */
export async function startDemoCluster(
  options: DemoClusterOptions = {},
): Promise<DemoCluster> {
  const clock = options.clock ?? systemClock;
  const state = openState(options.dataDir);
  const store = new Store(state.content);
  store.subscribe(state.append);
  const kinds = new Kinds(builtinKinds);
  const registry = new Registry(store, kinds, clock, admissionPlugins);
  const tokens = new Tokens(state.tokens, state.saveTokens);
  const counters = new Counters();
  const pace = new Pace(clock, options.speed ?? 1);

  const kubelet = new Kubelet(registry, pace);
  const api = createApi({
    registry,
    kubelet,
    counters,
    tokenFor: (namespace, name) => tokens.forServiceAccount(namespace, name),
    authenticate: token =>
      tokens.userOf(
        token,
        (namespace, name) =>
          store.get('serviceaccounts', namespace, name)?.metadata.uid,
      ),
  });
  const listener = new TlsListener(state.certificate, (request, response) =>
    api.server.handle(request, response),
  );
  const port = await listener.listen(options.apiPort ?? 0);

  bootstrap(registry, options.node ?? true);
  const loops = controllersOf(registry, pace).map(
    controller => new ControllerLoop(controller, store, clock),
  );
  loops.forEach(loop => loop.start());
  kubelet.start(port);
  if (state.isNew) {
    const { seed = [] } = options;
    applySeed(registry, typeof seed === 'function' ? seed() : seed);
  }

  const url = `https://127.0.0.1:${port}`;
  return {
    url,
    adminToken: tokens.admin,
    counters,
    tokenFor: (namespace, name) => tokens.forServiceAccount(namespace, name),
    kubeconfig: (users = [{ context: 'demo' }]) =>
      kubeconfigText(
        { url, certificate: state.certificate.cert },
        users.map(({ context, serviceAccount, namespace }) => ({
          context,
          namespace,
          token: serviceAccount
            ? tokens.forServiceAccount(
                serviceAccount.namespace,
                serviceAccount.name,
              )
            : tokens.admin,
        })),
      ),
    async stop() {
      loops.forEach(loop => loop.stop());
      api.closeStreams();
      await kubelet.stop();
      await listener.close();
      state.close();
    },
  };
}
