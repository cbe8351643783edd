// SPDX-License-Identifier: Apache-2.0
import { Json } from '../../objects';

/** Sets a field that is absent. */
export function preset(target: Json, values: Json): void {
  for (const [key, value] of Object.entries(values)) {
    if (target[key] === undefined) target[key] = value;
  }
}

/** What the API server fills into a pod's spec, wherever it stands. */
export function defaultPodSpec(spec: Json): void {
  preset(spec, {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
  });
  if (spec.serviceAccountName)
    preset(spec, { serviceAccount: spec.serviceAccountName });
  else if (spec.serviceAccount)
    preset(spec, { serviceAccountName: spec.serviceAccount });
  for (const container of [
    ...(spec.initContainers ?? []),
    ...(spec.containers ?? []),
  ]) {
    defaultContainer(container);
  }
  for (const volume of spec.volumes ?? []) defaultVolume(volume);
}

function defaultContainer(container: Json): void {
  preset(container, {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: isLatest(container.image) ? 'Always' : 'IfNotPresent',
  });
  for (const port of container.ports ?? []) preset(port, { protocol: 'TCP' });
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    if (container[probe]) defaultProbe(container[probe]);
  }
  for (const variable of container.env ?? []) {
    if (variable.valueFrom?.fieldRef)
      preset(variable.valueFrom.fieldRef, { apiVersion: 'v1' });
  }
}

function isLatest(image = ''): boolean {
  const tag = image.slice(image.lastIndexOf('/') + 1).split(':')[1];
  return !image.includes('@') && (tag === undefined || tag === 'latest');
}

function defaultProbe(probe: Json): void {
  preset(probe, {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
  });
  if (probe.httpGet) preset(probe.httpGet, { path: '/', scheme: 'HTTP' });
}

function defaultVolume(volume: Json): void {
  if (Object.keys(volume).length === 1) volume.emptyDir = {};
  if (volume.configMap) preset(volume.configMap, { defaultMode: 420 });
  if (volume.secret) preset(volume.secret, { defaultMode: 420 });
  if (volume.downwardAPI) preset(volume.downwardAPI, { defaultMode: 420 });
  if (volume.projected) preset(volume.projected, { defaultMode: 420 });
  if (volume.hostPath) preset(volume.hostPath, { type: '' });
}

/** A pod template inside a workload. */
export function defaultTemplate(spec: Json): void {
  if (!spec.template) return;
  spec.template.metadata ??= {};
  spec.template.spec ??= {};
  defaultPodSpec(spec.template.spec);
}
