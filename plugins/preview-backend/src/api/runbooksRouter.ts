// SPDX-License-Identifier: Apache-2.0
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  FAILURE_CODES,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import { readFile } from 'node:fs/promises';

/**
 * `/runbooks`: the pages that failures link to. Markdown, sent as plain text
 * so that every browser shows it; open to all, since links carry no token.
 */
export function runbooksRouter(): ExpressRouter {
  const router = Router();
  router.get('/runbooks/:code', async (request, response) => {
    const code = FAILURE_CODES.find(each => each === request.params.code);
    if (!code) {
      throw previewError('CallNotFound', {
        message: 'There is no runbook page of this name.',
        hint: 'There is one for every code that a preview can show.',
        field: 'code',
      });
    }
    const path = resolvePackagePath(
      '@preview-environments/backstage-plugin-preview-backend',
      'runbooks',
      `${code}.md`,
    );
    response.type('text/plain').send(await readFile(path, 'utf8'));
  });
  return router;
}
