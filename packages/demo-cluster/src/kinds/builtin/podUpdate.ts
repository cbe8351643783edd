// SPDX-License-Identifier: Apache-2.0
import { equalJson } from '../../json';
import { Json, KubernetesObject } from '../../objects';
import { FieldError, forbiddenField } from '../../registry/fieldErrors';

const CHANGEABLE = [
  'activeDeadlineSeconds',
  'tolerations',
  'terminationGracePeriodSeconds',
  'schedulingGates',
];

/** A pod's spec as far as it is fixed once it exists. */
function fixedPart(spec: Json): Json {
  const withoutImages = (containers: Json[] = []) =>
    containers.map(container => ({ ...container, image: '' }));
  const fixed = {
    ...spec,
    containers: withoutImages(spec.containers),
    initContainers: withoutImages(spec.initContainers),
  };
  for (const field of CHANGEABLE) delete fixed[field];
  return fixed;
}

export function podUpdateProblems(
  next: KubernetesObject,
  before: KubernetesObject,
): FieldError[] {
  if (equalJson(fixedPart(next.spec), fixedPart(before.spec))) return [];
  return [
    forbiddenField(
      'spec',
      'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
    ),
  ];
}
