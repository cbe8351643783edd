// SPDX-License-Identifier: Apache-2.0
import { IncomingMessage } from 'node:http';
import { Json, KubernetesObject } from '../objects';
import { tagOf } from './image';

export interface Served {
  contentType: string;
  body: string;
}

const REVISION_LABELS = [
  'preview-environments.io/revision',
  'pod-template-hash',
  'controller-revision-hash',
];

/** What a pod's web service says of itself and of the request: JSON, or a line of plain text. */
export function answer(
  request: IncomingMessage,
  pod: KubernetesObject,
  container: Json,
): Served {
  const labels = pod.metadata.labels ?? {};
  const revision = REVISION_LABELS.map(label => labels[label]).find(
    value => value !== undefined,
  );
  const report = {
    image: container.image,
    version: tagOf(container.image) ?? null,
    service: labels.app ?? labels['app.kubernetes.io/name'] ?? null,
    pod: pod.metadata.name,
    namespace: pod.metadata.namespace,
    container: container.name,
    revision: revision ?? null,
    request: {
      method: request.method,
      path: request.url,
      host: request.headers.host ?? null,
      'x-preview-key': request.headers['x-preview-key'] ?? null,
      baggage: request.headers.baggage ?? null,
    },
  };
  if (request.headers.accept?.startsWith('text/plain')) {
    return {
      contentType: 'text/plain; charset=utf-8',
      body: `${report.image} ${report.pod} ${request.method} ${
        request.url
      } x-preview-key=${report.request['x-preview-key'] ?? '-'}\n`,
    };
  }
  return {
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(report, null, 2)}\n`,
  };
}
