// SPDX-License-Identifier: Apache-2.0
// Writes src/schema/openapi.generated.ts from openapi.yaml, so that the
// document travels inside the package. `--check` only compares.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { parse } = require('yaml');

const folder = join(__dirname, '../src/schema');
const target = join(folder, 'openapi.generated.ts');

/** @param {string} yaml */
function render(yaml) {
  return [
    '// SPDX-License-Identifier: Apache-2.0',
    '// Generated from openapi.yaml by scripts/generate-openapi.js: edit that.',
    '/* eslint-disable */',
    '',
    '/** The OpenAPI 3.1 document of `/api/preview`. @public */',
    `export const openapi: Record<string, unknown> = ${JSON.stringify(
      parse(yaml),
      null,
      2,
    )};`,
    '',
  ].join('\n');
}

if (require.main === module) {
  writeFileSync(
    target,
    render(readFileSync(join(folder, 'openapi.yaml'), 'utf8')),
  );
}

module.exports = { render };
