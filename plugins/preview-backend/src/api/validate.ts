// SPDX-License-Identifier: Apache-2.0
import {
  openapi,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import express, { type RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';

const LARGEST_BODY = '64kb';
/** 1 MiB of files, and what JSON makes of them. */
const LARGEST_WITH_FILES = '2mb';
const TAKES_FILES = /\/(sessions|preflights)\/?$/;

/**
 * What the validator would let pass, or learn by heart: it looks at no HEAD,
 * which Express answers by the handler of GET, and compiles what it checks anew
 * for each spelling of a content type, for good.
 */
const asDocumented: RequestHandler = (req, _, next) => {
  if (req.method === 'HEAD') {
    req.method = 'GET';
  }
  const empty = req.headers['content-length'] === '0';
  if (req.is('application/json') === false && !empty) {
    throw previewError('InvalidRequest', {
      message: 'The body is not JSON.',
      hint: 'Send one JSON object, with the header "Content-Type: application/json".',
    });
  }
  req.headers['content-type'] = 'application/json';
  next();
};

/** Their paths have slashes, which the validator cannot follow. */
const CHECKED_BY_ITSELF = /^\/audit\/tile\//;

/** Nothing is answered that was not checked, however its path is spelled. */
export const onlyDocumented: RequestHandler = (req, _, next) => {
  if (!('openapi' in req) && !CHECKED_BY_ITSELF.test(req.path)) {
    throw previewError('CallNotFound');
  }
  next();
};

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
    asDocumented,
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
