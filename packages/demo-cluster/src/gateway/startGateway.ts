// SPDX-License-Identifier: Apache-2.0
import { KubeConfig } from '@kubernetes/client-node';
import { Clock } from './clock';
import { Agents, Controller } from './Controller';
import { Proxy } from './proxy/Proxy';
import { serve } from './proxy/serve';
import { TableHolder } from './proxy/TableHolder';

/** The controller name that a GatewayClass carries to be served by this gateway. */
export const demoControllerName = 'preview-environments.io/demo-gateway';

export interface GatewayOptions {
  /** The cluster, as an account with `gatewayRules`. */
  kubeConfig: KubeConfig;
  /** TCP port to bind on the loopback interface; 0 takes a free one. */
  port: number;
  clock: Clock;
  /** Default `demoControllerName`. */
  controllerName?: string;
  /** What Gateways report as their address; default `127.0.0.1`. */
  address?: string;
  /**
   * The listener port that this server stands for; default the port it is bound to. Listeners on
   * other ports are reported as `PortUnavailable`.
   */
  listenerPort?: number;
  /**
   * Plays a gateway that takes header matches and ignores them; default false. Every request then
   * goes where only those with the header should.
   */
  ignoresHeaders?: boolean;
  /** Take requests beneath the routes; default none. */
  agents?: Agents;
}

export interface RunningGateway {
  /** Without a trailing slash. */
  url: string;
  port: number;
  /** Resolves when the first table is in force. Until then every answer is 404. */
  ready: Promise<void>;
  /** Requests sent towards each Service so far, by `namespace/name`. */
  requests: ReadonlyMap<string, number>;
  /** Ends all connections, watches and writes. */
  stop(): Promise<void>;
}

/**
 * Starts a Gateway API data plane with its controller. Rejects when the port cannot be bound;
 * a cluster that cannot be reached is tried again until it can.
 */
export async function startGateway(
  options: GatewayOptions,
): Promise<RunningGateway> {
  const { kubeConfig, clock, address = '127.0.0.1' } = options;
  const controllerName = options.controllerName ?? demoControllerName;
  const tables = new TableHolder(clock);
  const proxy = new Proxy(tables, clock);
  const dataPlane = await serve(proxy, options.port);
  const { port } = dataPlane;
  const servedPort = options.listenerPort ?? port;
  const controller = new Controller(kubeConfig, clock, tables, {
    controllerName,
    servedPort,
    address,
    ignoresHeaders: options.ignoresHeaders ?? false,
    agents: options.agents,
  });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests: proxy.requests,
    ready: controller.start(),
    async stop() {
      await controller.stop();
      await dataPlane.stop();
    },
  };
}
