// SPDX-License-Identifier: Apache-2.0
import { openapi } from '@preview-environments/backstage-plugin-preview-common';
import express, { type RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';

const LARGEST_BODY = '64kb';
/** 1 MiB of files, and what JSON makes of them. */
const LARGEST_WITH_FILES = '2mb';
const TAKES_FILES = /\/(sessions|preflights)\/?$/;

/**
 * Checks requests against the OpenAPI document. The validator is used as it
 * is: the wrapper that Backstage offers keeps only its text, and with it
 * loses the name of the field at fault.
 */
export function validate(): RequestHandler[] {
  const plain = express.json({ limit: LARGEST_BODY });
  const withFiles = express.json({ limit: LARGEST_WITH_FILES });
  return [
    (req, res, next) =>
      (TAKES_FILES.test(req.path) ? withFiles : plain)(req, res, next),
    ...middleware({
      apiSpec: openapi as never,
      validateRequests: {
        coerceTypes: false,
        allowUnknownQueryParameters: false,
      },
      validateResponses: false,
      validateSecurity: false,
      useRequestUrl: true,
      ignoreUndocumented: true,
    }),
  ];
}
