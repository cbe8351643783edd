// SPDX-License-Identifier: Apache-2.0
import type {
  Difference,
  EnvOverride,
} from '@preview-environments/backstage-plugin-preview-common';
import { DEFAULT_CONTAINER } from '../objects/marks';
import type { Container, PodSpec, PodTemplate, Workload } from '../model';
import { cloneAnnotations } from './annotations';
import type { Declared } from './declared';
import { overrideEnv, previewEnv } from './env';
import { isolate } from './labels';
import { refusalsOf } from './refusals';
import { stripScheduling } from './scheduling';
import type { PodSelector } from './selectors';
import { cloneVolumes } from './volumes';

export interface CloneInput {
  workload: Workload;
  declared: Declared;
  /** Container whose image is replaced. */
  container: string;
  image: string;
  key: string;
  env: EnvOverride[];
  /** Whatever in the namespace picks pods by labels. */
  selectors: PodSelector[];
  /** Our own labels of the pod. */
  labels: Record<string, string>;
}

export interface Clone {
  template: PodTemplate;
  differences: Difference[];
  /** Sentences; with any of them no preview may run. */
  refusals: string[];
}

/** The pod of a preview: the target's, with the image replaced and made harmless. */
export function clonePod(input: CloneInput): Clone {
  const { template } = input.workload.spec;
  const targetLabels = template.metadata?.labels ?? {};
  const isolated = isolate(
    targetLabels,
    input.workload.spec.selector,
    input.selectors,
    input.labels,
  );
  const annotations = cloneAnnotations(template.metadata?.annotations ?? {});
  const volumes = cloneVolumes(input.workload);
  const scheduling = stripScheduling(template.spec, targetLabels);
  const containers = cloneContainers(template.spec, input);
  const spec: PodSpec = {
    ...scheduling.spec,
    ...containers.spec,
    ...(volumes.volumes.length ? { volumes: volumes.volumes } : {}),
  };
  return {
    template: {
      metadata: {
        labels: isolated.labels,
        annotations: {
          ...annotations.annotations,
          [DEFAULT_CONTAINER]: input.container,
        },
      },
      spec,
    },
    differences: [
      ...isolated.differences,
      ...annotations.differences,
      ...volumes.differences,
      ...scheduling.differences,
      ...containers.differences,
    ],
    refusals: [
      ...refusalsOf(input.workload),
      ...volumes.refusals,
      ...isolated.stillSelectedBy.map(
        what => `${what} selects every pod of the namespace, also previews.`,
      ),
    ],
  };
}

function cloneContainers(spec: PodSpec, input: CloneInput) {
  const differences: Difference[] = [];
  const { declared, key } = input;
  const containers = spec.containers.map(container => {
    const { env, differences: marked } = previewEnv(container.env ?? [], key);
    differences.push(...marked);
    const cloned = { ...withoutHostPorts(container, differences), env };
    if (container.name !== input.container) {
      return cloned;
    }
    const own = overrideEnv(env, declared.env, input.env);
    differences.push(...own.differences);
    return { ...cloned, image: input.image, env: own.env };
  });
  const skipped = (spec.initContainers ?? []).filter(({ name }) =>
    declared.skipInit.includes(name),
  );
  for (const { name } of skipped) {
    differences.push({
      what: `init container ${name}`,
      action: 'dropped',
      why: 'the service declares that previews skip it',
    });
  }
  const initContainers = (spec.initContainers ?? [])
    .filter(container => !skipped.includes(container))
    .map(container => withoutHostPorts(container, differences));
  return {
    spec: {
      containers,
      ...(spec.initContainers ? { initContainers } : {}),
    },
    differences,
  };
}

function withoutHostPorts(
  container: Container,
  differences: Difference[],
): Container {
  if (!container.ports?.some(({ hostPort }) => hostPort)) {
    return container;
  }
  differences.push({
    what: `host ports of ${container.name}`,
    action: 'dropped',
    why: 'the stable version holds them on its node',
  });
  return {
    ...container,
    ports: container.ports.map(
      ({ hostPort: _port, hostIP: _address, ...port }) => port,
    ),
  };
}
