// SPDX-License-Identifier: Apache-2.0
import { mergePatch } from '../patch/mergePatch';
import { Json, KubernetesObject } from '../objects';
import { Registry } from '../registry/Registry';
import {
  badRequest,
  notAllowed,
  qualified,
  unknownPath,
} from '../registry/StatusError';
import { Exchange, Handler } from './Exchange';
import { namespaceOf } from './place';
import { withManagers } from './write';

/** `scale` of a workload: read it, replace it, patch it. */
export function scaleHandler(registry: Registry): Handler {
  return exchange => {
    const { kind, info, body, contentType } = exchange;
    if (!kind.scale) throw unknownPath();
    const object = registry.get(
      qualified(kind),
      namespaceOf(exchange),
      info.name!,
    );
    switch (info.verb) {
      case 'get':
        return { code: 200, body: toScale(object) };
      case 'update':
        return { code: 200, body: rescale(registry, exchange, object, body) };
      case 'patch':
        if (!/(strategic-)?merge-patch/.test(contentType))
          throw badRequest('scale takes merge patches only');
        return {
          code: 200,
          body: rescale(
            registry,
            exchange,
            object,
            mergePatch(toScale(object), body),
          ),
        };
      default:
        throw notAllowed();
    }
  };
}

function rescale(
  registry: Registry,
  exchange: Exchange,
  object: KubernetesObject,
  scale: Json,
): Json {
  const replicas = scale.spec?.replicas ?? 0;
  if (!Number.isInteger(replicas))
    throw badRequest('spec.replicas: a whole number is needed');
  const { resourceVersion, uid } = scale.metadata ?? {};
  const next = {
    ...object,
    metadata: { ...object.metadata, resourceVersion, uid },
    spec: { ...object.spec, replicas },
  };
  const body = withManagers(
    registry,
    exchange,
    object,
    next,
  ) as KubernetesObject;
  return toScale(
    registry.update(exchange.kind, object, body, exchange.context),
  );
}

function toScale({ metadata, spec, status }: KubernetesObject): Json {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
  const labels = Object.entries(spec.selector?.matchLabels ?? {});
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: spec.replicas },
    status: {
      replicas: status?.replicas ?? 0,
      selector: labels.map(([key, value]) => `${key}=${value}`).join(','),
    },
  };
}
