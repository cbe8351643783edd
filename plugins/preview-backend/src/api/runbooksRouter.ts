// SPDX-License-Identifier: Apache-2.0
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  FAILURE_CODES,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import { readFile } from 'node:fs/promises';
import type { ApiParts } from './ApiParts';

/** `/runbooks`: the pages that failures link to, as Markdown. */
export function runbooksRouter({ callers }: ApiParts): ExpressRouter {
  const router = Router();
  router.get('/runbooks/:code', async (request, response) => {
    await callers.fromRequest(request);
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
    response.type('text/markdown').send(await readFile(path, 'utf8'));
  });
  return router;
}
