// SPDX-License-Identifier: Apache-2.0
import { RouteFilter, Service, ServicePort } from '../objects';
import { Backend } from './backend';
import { Directory } from './Directory';
import { readyEndpoints } from './endpoints';
import { RequestView } from './requestMatch';

/**
 * Requests to some pods that somebody else in the cluster takes, or gets copies of, beneath all
 * routes: what agents do that sit beside the pods.
 */
export interface Interception {
  namespace: string;
  /** Labels of the pods whose requests it is about. */
  podLabels: Record<string, string>;
  /** Name of the Service, in the same namespace, that gets them; its ports are those of the pods. */
  service: string;
  /** `false`: it gets copies, and its answers are dropped. */
  steal: boolean;
  accepts(request: RequestView): boolean;
  /** Headers that tell who took a request. */
  filters: RouteFilter[];
  /** How long a request waits until there is a pod to take it, in milliseconds. */
  patience: number;
  /** Called for every request that is taken. */
  arrived(): void;
}

/** An interception at one port of a Service, followed to its pods. */
export interface Taken
  extends Pick<
    Interception,
    'steal' | 'accepts' | 'filters' | 'patience' | 'arrived'
  > {
  backend: Backend;
}

function covers({ spec }: Service, labels: Record<string, string>): boolean {
  const selector = Object.entries(spec.selector ?? {});
  return (
    selector.length > 0 &&
    selector.every(([name, value]) => labels[name] === value)
  );
}

/** What is taken of the requests to a port of the Service `namespace/name`. */
export function takenAt(
  directory: Directory,
  service: Service,
  { port, targetPort = port }: ServicePort,
): Taken[] {
  const { namespace } = service.metadata;
  return directory.interceptions.flatMap(each => {
    if (each.namespace !== namespace || !covers(service, each.podLabels))
      return [];
    const name = `${namespace}/${each.service}`;
    const taker = directory
      .service(name)
      ?.spec.ports?.find(
        one => one.name === targetPort || one.port === targetPort,
      );
    const endpoints = taker ? readyEndpoints(directory, name, taker) : [];
    const backend = { service: name, port: taker?.port ?? port, endpoints };
    return [{ ...each, backend }];
  });
}
