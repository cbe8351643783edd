// SPDX-License-Identifier: Apache-2.0
import { fromTime, toNanoTime } from '../clock';
import { Kubelet } from '../kubelet/Kubelet';
import { LogBuffer, LogLine } from '../kubelet/LogBuffer';
import { Json, KubernetesObject } from '../objects';
import { Registry } from '../registry/Registry';
import { badRequest, notAllowed } from '../registry/StatusError';
import { Exchange, Handler } from './Exchange';

/** GET of `pods/NAME/log`: plain text, as long as the container writes when `follow` is set. */
export function logHandler(registry: Registry, kubelet: Kubelet): Handler {
  return exchange => {
    const { info, query, response, request } = exchange;
    if (info.verb !== 'get') throw notAllowed();
    const pod = registry.get('pods', info.namespace, info.name!);
    const container = containerOf(pod, query.get('container'));
    const previous = query.get('previous') === 'true';
    const log = kubelet.logOf(pod, container, previous);
    if (!log) throw notRunning(pod, container, previous);
    const line = formatter(query);
    const lines = selected(log, exchange, registry.clock.now());
    response.writeHead(200, {
      'content-type': 'text/plain',
      'cache-control': 'no-cache, private',
    });
    lines.forEach(entry => response.write(line(entry)));
    if (query.get('follow') !== 'true' || log.ended) {
      response.end();
      return undefined;
    }
    response.flushHeaders();
    const unfollow = log.follow({
      line: entry => response.write(line(entry)),
      end: () => response.end(),
    });
    request.on('close', unfollow);
    response.on('close', unfollow);
    return undefined;
  };
}

function formatter(query: URLSearchParams): (line: LogLine) => string {
  const timestamps = query.get('timestamps') === 'true';
  return ({ at, text }) => `${timestamps ? `${toNanoTime(at)} ` : ''}${text}\n`;
}

function selected(log: LogBuffer, { query }: Exchange, now: number): LogLine[] {
  const sinceTime = query.get('sinceTime');
  const sinceSeconds = Number(query.get('sinceSeconds'));
  const from = sinceTime
    ? fromTime(sinceTime)
    : now - (sinceSeconds ? sinceSeconds * 1000 : now);
  const lines = log.lines.filter(({ at }) => at >= from);
  const tail = query.get('tailLines');
  if (tail === null) return lines;
  const count = Number(tail);
  if (!Number.isInteger(count) || count < 0)
    throw badRequest(
      `tailLines: Invalid value: ${tail}: must be greater than or equal to 0`,
    );
  return count === 0 ? [] : lines.slice(-count);
}

function containerOf(
  { spec, metadata }: KubernetesObject,
  wanted: string | null,
): string {
  const init: Json[] = spec.initContainers ?? [];
  const names: string[] = spec.containers.map(({ name }: Json) => name);
  const all = [...init.map(({ name }) => name), ...names];
  if (!wanted) {
    if (names.length === 1) return names[0];
    throw badRequest(
      `a container name must be specified for pod ${
        metadata.name
      }, choose one of: [${names.join(' ')}]${
        init.length
          ? ` or one of the init containers: [${init
              .map(({ name }) => name)
              .join(' ')}]`
          : ''
      }`,
    );
  }
  if (!all.includes(wanted))
    throw badRequest(
      `container ${wanted} is not valid for pod ${metadata.name}`,
    );
  return wanted;
}

function notRunning(
  { metadata, status }: KubernetesObject,
  container: string,
  previous: boolean,
) {
  const { name } = metadata;
  if (previous)
    return badRequest(
      `previous terminated container "${container}" in pod "${name}" not found`,
    );
  const states: Json[] = [
    ...(status?.containerStatuses ?? []),
    ...(status?.initContainerStatuses ?? []),
  ];
  const reason = states.find(state => state.name === container)?.state.waiting
    ?.reason;
  const problem = reason?.includes('Image')
    ? 'trying and failing to pull image'
    : reason ?? 'ContainerCreating';
  return badRequest(
    `container "${container}" in pod "${name}" is waiting to start: ${problem}`,
  );
}
