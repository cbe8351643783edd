// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';
import { Container, PreviewSession, sessionLabel, Workload } from './objects';

// No one ever sets this condition: the pods never count as ready, so that no Service of the team
// sends them requests although they bear its labels.
const gate = { conditionType: 'preview.metalbear.co/never-ready' };

function ownedBy({ apiVersion, kind, metadata }: PreviewSession): Json {
  const { name, namespace, uid } = metadata;
  const owner = { apiVersion, kind, name, uid, controller: true };
  return {
    name,
    namespace,
    labels: { [sessionLabel]: uid },
    ownerReferences: [owner],
  };
}

function containerOf(container: Container, { spec }: PreviewSession): Json {
  if (container.name !== spec.target.container) return container;
  const overrides = spec.env?.overrides ?? {};
  const kept = (container.env ?? []).filter(({ name }) => !(name in overrides));
  const env = [
    ...kept,
    ...Object.entries(overrides).map(([name, value]) => ({ name, value })),
  ];
  return { ...container, image: spec.image, ...(env.length && { env }) };
}

/** The Deployment of a session: the target's pod with another image. */
export function previewDeployment(
  session: PreviewSession,
  { spec: { template } }: Workload,
): Json {
  const mark = { [sessionLabel]: session.metadata.uid };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: ownedBy(session),
    spec: {
      replicas: session.spec.replicas ?? 1,
      selector: { matchLabels: mark },
      template: {
        metadata: {
          annotations: template.metadata?.annotations,
          labels: { ...template.metadata?.labels, ...mark },
        },
        spec: {
          ...template.spec,
          containers: template.spec.containers.map(each =>
            containerOf(each, session),
          ),
          readinessGates: [gate],
        },
      },
    },
  };
}

/** The headless Service by which the pods of a session are found, though they are never ready. */
export function previewService(
  session: PreviewSession,
  { spec: { template } }: Workload,
): Json {
  const ports = template.spec.containers.flatMap(each => each.ports ?? []);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: ownedBy(session),
    spec: {
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector: { [sessionLabel]: session.metadata.uid },
      ports: ports.map(({ name, containerPort: port }) => ({
        name: name ?? `port-${port}`,
        port,
        targetPort: port,
      })),
    },
  };
}
