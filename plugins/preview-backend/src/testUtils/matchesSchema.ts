// SPDX-License-Identifier: Apache-2.0
import { openapi } from '@preview-environments/backstage-plugin-preview-common';
import Ajv2020 from 'ajv/dist/2020';

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ ...openapi, $id: 'openapi' });

/** What is wrong with an answer, by a schema of the OpenAPI document. */
export function faultsOf(schema: string, answer: unknown): string[] {
  const validate = ajv.compile({
    $ref: `openapi#/components/schemas/${schema}`,
  });
  validate(answer);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );
}
