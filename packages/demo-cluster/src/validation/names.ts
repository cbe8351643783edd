// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';
import { FieldError, invalid } from '../registry/fieldErrors';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = `(${QUALIFIED})?`;
const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const LABEL_RE = whole(LABEL);
const SUBDOMAIN_RE = whole(SUBDOMAIN);
const QUALIFIED_RE = whole(QUALIFIED);
const LABEL_VALUE_RE = whole(LABEL_VALUE);

export type NameRule = 'subdomain' | 'label' | 'service' | 'path';

/** What is wrong with a name, in the words of the API server; undefined when nothing is. */
export function nameProblem(name: string, rule: NameRule): string | undefined {
  if (rule === 'path') {
    return /[/%]|^\.\.?$/.test(name)
      ? `may not contain '/' or '%', and may not be '.' or '..'`
      : undefined;
  }
  if (rule === 'subdomain') {
    if (name.length > 253) return 'must be no more than 253 bytes';
    return SUBDOMAIN_RE.test(name)
      ? undefined
      : `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`;
  }
  if (name.length > 63) return 'must be no more than 63 bytes';
  return LABEL_RE.test(name)
    ? undefined
    : `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`;
}

/** Keys and values of a label map. */
export function validateLabels(
  labels: Record<string, Json> | undefined,
  path: string,
): FieldError[] {
  return Object.entries(labels ?? {}).flatMap(([key, value]) => [
    ...validateQualifiedName(key, path),
    ...validateLabelValue(value, path),
  ]);
}

function validateLabelValue(value: Json, path: string): FieldError[] {
  if (String(value).length > 63)
    return [invalid(path, value, 'must be no more than 63 bytes')];
  if (LABEL_VALUE_RE.test(value)) return [];
  return [
    invalid(
      path,
      value,
      `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '${LABEL_VALUE}')`,
    ),
  ];
}

/** `prefix/name` as used for keys of labels and annotations. */
export function validateQualifiedName(key: string, path: string): FieldError[] {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  const errors: FieldError[] = [];
  if (slash >= 0) {
    const problem = nameProblem(key.slice(0, slash), 'subdomain');
    if (problem) errors.push(invalid(path, key, `prefix part ${problem}`));
  }
  if (name.length > 63)
    errors.push(invalid(path, key, 'name part must be no more than 63 bytes'));
  if (!QUALIFIED_RE.test(name)) {
    errors.push(
      invalid(
        path,
        key,
        `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${QUALIFIED}')`,
      ),
    );
  }
  return errors;
}
