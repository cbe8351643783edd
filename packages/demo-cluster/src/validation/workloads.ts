// SPDX-License-Identifier: Apache-2.0
import { equalJson } from '../json';
import { Json, KubernetesObject } from '../objects';
import {
  FieldError,
  invalid,
  required,
  unsupported,
} from '../registry/fieldErrors';
import { matchesSelector } from '../store/labelSelector';
import { validateLabels } from './names';
import { validateTemplate } from './podSpec';

/** A non-negative whole number, where it is set. */
export function notNegative(value: Json, path: string): FieldError[] {
  return value < 0
    ? [invalid(path, value, 'must be greater than or equal to 0')]
    : [];
}

/** Selector and template of a workload whose pods run for ever. */
export function validateWorkload({
  spec = {},
}: KubernetesObject): FieldError[] {
  const { selector, template } = spec;
  const errors = notNegative(spec.replicas, 'spec.replicas');
  if (!selector) errors.push(required('spec.selector'));
  else {
    errors.push(
      ...validateLabels(selector.matchLabels, 'spec.selector.matchLabels'),
    );
    const empty =
      !Object.keys(selector.matchLabels ?? {}).length &&
      !selector.matchExpressions?.length;
    if (empty)
      errors.push(
        invalid(
          'spec.selector',
          selector,
          'empty selector is invalid for deployment',
        ),
      );
    else if (!matchesSelector(selector, template?.metadata?.labels)) {
      errors.push(
        invalid(
          'spec.template.metadata.labels',
          template?.metadata?.labels ?? null,
          '`selector` does not match template `labels`',
        ),
      );
    }
  }
  errors.push(...validateTemplate(template, 'spec.template'));
  const policy = template?.spec?.restartPolicy;
  if (policy && policy !== 'Always') {
    errors.push(
      unsupported('spec.template.spec.restartPolicy', policy, ['Always']),
    );
  }
  return errors;
}

/** The selector of a workload never changes. */
export function selectorIsImmutable(
  next: KubernetesObject,
  before: KubernetesObject,
): FieldError[] {
  return immutable(next.spec?.selector, before.spec?.selector, 'spec.selector');
}

export function immutable(
  next: Json,
  before: Json,
  path: string,
): FieldError[] {
  return equalJson(next, before)
    ? []
    : [invalid(path, next ?? null, 'field is immutable')];
}
