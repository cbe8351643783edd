// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject } from '../objects';
import { FieldError, invalid, required } from '../registry/fieldErrors';
import { Kind } from '../kinds/Kind';
import { nameProblem, validateLabels, validateQualifiedName } from './names';

const MAX_ANNOTATION_BYTES = 256 * 1024;

/** Checks that hold for every object. */
export function validateMetadata(
  kind: Kind,
  object: KubernetesObject,
): FieldError[] {
  const {
    name,
    labels,
    annotations = {},
    ownerReferences = [],
  } = object.metadata;
  const errors: FieldError[] = [];
  const problem = name && nameProblem(name, kind.nameRule ?? 'subdomain');
  if (problem) errors.push(invalid('metadata.name', name, problem));
  errors.push(...validateLabels(labels, 'metadata.labels'));
  for (const key of Object.keys(annotations)) {
    errors.push(
      ...validateQualifiedName(key.toLowerCase(), 'metadata.annotations'),
    );
  }
  const size = Object.entries(annotations).reduce(
    (sum, [key, value]) => sum + key.length + value.length,
    0,
  );
  if (size > MAX_ANNOTATION_BYTES) {
    errors.push({
      type: 'FieldValueTooLong',
      field: 'metadata.annotations',
      message: `Too long: may not be more than ${MAX_ANNOTATION_BYTES} bytes`,
    });
  }
  ownerReferences.forEach((owner, index) => {
    const path = `metadata.ownerReferences[${index}]`;
    if (!owner.apiVersion)
      errors.push(
        invalid(`${path}.apiVersion`, '', 'version must not be empty'),
      );
    for (const field of ['kind', 'name', 'uid'] as const) {
      if (!owner[field])
        errors.push(invalid(`${path}.${field}`, '', 'must not be empty'));
    }
  });
  const controllers = ownerReferences.filter(owner => owner.controller);
  if (controllers.length > 1) {
    errors.push(
      invalid(
        'metadata.ownerReferences',
        ownerReferences,
        `Only one reference can have Controller set to true. Found "true" in references for ${controllers[0].kind}/${controllers[0].name} and ${controllers[1].kind}/${controllers[1].name}`,
      ),
    );
  }
  if (!name && !object.metadata.generateName) {
    errors.push(required('metadata.name', 'name or generateName is required'));
  }
  return errors;
}

/** Metadata that an update may not change. */
export function validateMetadataUpdate(
  next: KubernetesObject,
  before: KubernetesObject,
): FieldError[] {
  const immutable = (['name', 'namespace', 'uid'] as const).filter(
    field => next.metadata[field] !== before.metadata[field],
  );
  return immutable.map(field =>
    invalid(
      `metadata.${field}`,
      next.metadata[field] ?? '',
      'field is immutable',
    ),
  );
}
