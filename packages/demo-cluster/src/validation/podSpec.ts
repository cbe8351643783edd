// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';
import {
  FieldError,
  duplicate,
  fieldNotFound,
  invalid,
  required,
  unsupported,
} from '../registry/fieldErrors';
import { nameProblem, validateLabels } from './names';

/** A pod's spec, wherever it stands. */
export function validatePodSpec(spec: Json, path: string): FieldError[] {
  const containers: Json[] = spec?.containers ?? [];
  const init: Json[] = spec?.initContainers ?? [];
  const volumes: Json[] = spec?.volumes ?? [];
  const volumeNames = new Set(volumes.map(volume => volume.name));
  const errors = volumes.flatMap((volume, index) =>
    validateVolume(volume, `${path}.volumes[${index}]`),
  );
  errors.push(...duplicates(volumes, `${path}.volumes`));
  if (containers.length === 0) errors.push(required(`${path}.containers`));
  const check = (list: string) => (container: Json, index: number) =>
    validateContainer(container, `${path}.${list}[${index}]`, volumeNames);
  errors.push(
    ...containers.flatMap(check('containers')),
    ...init.flatMap(check('initContainers')),
  );
  errors.push(...duplicates([...init, ...containers], `${path}.containers`));
  if (!['Always', 'OnFailure', 'Never'].includes(spec?.restartPolicy)) {
    errors.push(
      unsupported(`${path}.restartPolicy`, spec?.restartPolicy, [
        'Always',
        'OnFailure',
        'Never',
      ]),
    );
  }
  init.forEach((container, index) => {
    if (
      container.restartPolicy !== undefined &&
      container.restartPolicy !== 'Always'
    ) {
      errors.push(
        unsupported(
          `${path}.initContainers[${index}].restartPolicy`,
          container.restartPolicy,
          ['Always'],
        ),
      );
    }
  });
  return errors;
}

function validateVolume(volume: Json, path: string): FieldError[] {
  const errors = dnsLabel(volume.name, `${path}.name`);
  const sources = Object.keys(volume).filter(key => key !== 'name');
  if (sources.length === 0)
    errors.push(required(path, 'must specify a volume type'));
  if (volume.persistentVolumeClaim && !volume.persistentVolumeClaim.claimName) {
    errors.push(required(`${path}.persistentVolumeClaim.claimName`));
  }
  return errors;
}

function validateContainer(
  container: Json,
  path: string,
  volumes: Set<string>,
): FieldError[] {
  const errors = dnsLabel(container.name, `${path}.name`);
  if (!container.image) errors.push(required(`${path}.image`));
  (container.ports ?? []).forEach((port: Json, index: number) => {
    const at = `${path}.ports[${index}]`;
    if (!port.containerPort) errors.push(required(`${at}.containerPort`));
    else if (port.containerPort < 1 || port.containerPort > 65535) {
      errors.push(
        invalid(
          `${at}.containerPort`,
          port.containerPort,
          'must be between 1 and 65535, inclusive',
        ),
      );
    }
  });
  (container.env ?? []).forEach((variable: Json, index: number) => {
    if (!variable.name) errors.push(required(`${path}.env[${index}].name`));
    if (variable.value && variable.valueFrom) {
      errors.push(
        invalid(
          `${path}.env[${index}].valueFrom`,
          '',
          'may not be specified when `value` is not empty',
        ),
      );
    }
  });
  (container.volumeMounts ?? []).forEach((mount: Json, index: number) => {
    const at = `${path}.volumeMounts[${index}]`;
    if (!mount.name) errors.push(required(`${at}.name`));
    else if (!volumes.has(mount.name))
      errors.push(fieldNotFound(`${at}.name`, mount.name));
    if (!mount.mountPath) errors.push(required(`${at}.mountPath`));
  });
  return errors;
}

function dnsLabel(name: string | undefined, path: string): FieldError[] {
  if (!name) return [required(path)];
  const problem = nameProblem(name, 'label');
  return problem ? [invalid(path, name, problem)] : [];
}

function duplicates(items: Json[], path: string): FieldError[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    if (!item.name || !seen.has(item.name)) {
      seen.add(item.name);
      return [];
    }
    return [duplicate(`${path}[${index}].name`, item.name)];
  });
}

/** A pod template: its labels and its spec. */
export function validateTemplate(template: Json, path: string): FieldError[] {
  if (!template) return [required(path)];
  return [
    ...validateLabels(template.metadata?.labels, `${path}.labels`),
    ...validatePodSpec(template.spec ?? {}, `${path}.spec`),
  ];
}
