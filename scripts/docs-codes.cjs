// SPDX-License-Identifier: Apache-2.0
// Writes docs/codes.md from the registry of codes.
require('@backstage/cli/config/nodeTransform.cjs');
const { writeFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { codesTable } = require('../packages/system-tests/src/tidy/codesTable');

writeFileSync(resolve(__dirname, '../docs/codes.md'), codesTable());
