// SPDX-License-Identifier: Apache-2.0
import { Clock } from '../clock';
import { World } from '../objects';
import { Proxy } from '../proxy/Proxy';
import { serve } from '../proxy/serve';
import { TableHolder } from '../proxy/TableHolder';
import { demoControllerName } from '../startGateway';
import { assess } from '../table/assess';
import { buildTable } from '../table/table';
import { aRoute, aService, aSlice, aWorld, servedPort } from './builders';
import { RouteRule } from '../objects';

/** A data plane that serves a given world, without a cluster. */
export async function aDataPlane(clock: Clock, world: World) {
  const tables = new TableHolder(clock);
  const proxy = new Proxy(tables, clock);
  const claim = { controllerName: demoControllerName, servedPort };
  const show = (next: World) => tables.replace(buildTable(assess(next, claim)));
  show(world);
  const dataPlane = await serve(proxy, 0);
  return {
    show,
    requests: proxy.requests,
    port: dataPlane.port,
    url: `http://127.0.0.1:${dataPlane.port}`,
    stop: dataPlane.stop,
  };
}

/** A world with one route and a Service per name, each with endpoints on these local ports. */
export function worldOf(
  rules: RouteRule[],
  ports: Record<string, number[]>,
): World {
  const names = Object.keys(ports);
  return aWorld({
    httpRoutes: [aRoute('route', rules)],
    services: names.map(name => aService(name)),
    endpointSlices: names.flatMap(name =>
      ports[name].map(port => aSlice(name, ['127.0.0.1'], port)),
    ),
  });
}
